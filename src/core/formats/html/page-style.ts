/** The style of an exported page: a calm serif measure, readable on paper and in the dark. Nothing is fetched. */
export const pageStyle = `
:root { color-scheme: light dark; }
body { margin: 0; font: 1.125rem/1.6 "Source Serif 4", Charter, Georgia, "Times New Roman", serif; }
main { max-width: 66ch; margin: 3rem auto; padding: 0 1.25rem; overflow-wrap: break-word; }
header { margin-bottom: 2rem; }
h1 { font-size: 2.1rem; line-height: 1.15; margin: 0 0 .5rem; text-wrap: balance; }
h2, h3, h4 { line-height: 1.25; margin: 2rem 0 .5rem; }
p { margin: 0 0 1rem; hanging-punctuation: first; }
.standfirst { font-size: 1.3rem; line-height: 1.4; }
.byline { margin: 0; }
.byline, .published { font: .9rem/1.5 system-ui, sans-serif; }
blockquote { margin: 1.5rem 0; padding-left: 1.25rem; border-left: 3px solid; }
blockquote p:last-child { margin-bottom: 0; }
li { margin-bottom: .25rem; }
code { font-family: ui-monospace, monospace; font-size: .9em; white-space: pre-wrap; }
sup, sub { line-height: 0; }
hr { width: 30%; margin: 2.5rem auto; border: 0; border-top: 1px solid; }
@media print {
  @page { margin: 2cm; }
  body { font-size: 11pt; }
  main { max-width: none; margin: 0; padding: 0; }
  h1, h2, h3, h4 { break-after: avoid; }
  p, li { orphans: 3; widows: 3; }
  a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em; overflow-wrap: anywhere; }
}
`;

/**
 * SHA-256 of the style, as the page's policy names it: this style and no other may apply. A test computes it anew
 * and says what to put here.
 */
export const pageStyleHash = 'sha256-ehvvRVw0XQn+hNrFF52pM2z6VypyqBLnT6uxL0FHjho=';
