/** The style of an exported page: a calm serif measure, readable on paper and in the dark. */
export const pageStyle = `
:root { color-scheme: light dark; }
body { margin: 0; font: 1.125rem/1.6 "Source Serif 4", Charter, Georgia, "Times New Roman", serif; }
main { max-width: 66ch; margin: 3rem auto; padding: 0 1.25rem; overflow-wrap: break-word; }
h1 { font-size: 2.1rem; line-height: 1.15; margin: 0 0 .5rem; text-wrap: balance; }
h2, h3, h4 { line-height: 1.25; margin: 2rem 0 .5rem; }
.standfirst { font-size: 1.3rem; line-height: 1.4; margin: 0 0 1rem; }
.byline, time { font: .9rem/1.5 system-ui, sans-serif; }
header { margin-bottom: 2rem; }
blockquote { margin: 1.5rem 0; padding-left: 1.25rem; border-left: 3px solid; font-style: italic; }
hr { width: 30%; margin: 2.5rem auto; border: 0; border-top: 1px solid; }
@media print {
  body { font-size: 11pt; }
  main { max-width: none; margin: 0; }
  h1, h2, h3, h4 { break-after: avoid; }
  p, li { orphans: 3; widows: 3; }
  a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em; overflow-wrap: anywhere; }
}
`;
