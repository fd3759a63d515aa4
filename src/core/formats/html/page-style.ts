// What is set with an opacity is painted, and so read, after all else on a sheet of paper.
/** The style of an exported page: a calm serif measure, readable on paper and in the dark. Nothing is fetched. */
export const pageStyle = `
:root { color-scheme: light dark; }
body { margin: 0; font: 112.5%/1.6 "Source Serif 4", Charter, Georgia, "Times New Roman", serif; }
main { max-width: 66ch; margin: 3rem auto; padding: 0 1.25rem; overflow-wrap: break-word; }
header { margin-bottom: 2rem; }
h1 { font-size: 2.1rem; line-height: 1.15; margin: 0 0 .5rem; text-wrap: balance; }
h2, h3, h4 { line-height: 1.25; margin: 2rem 0 .5rem; }
p { margin: 0 0 1rem; hanging-punctuation: first; }
.standfirst { font-size: 1.3rem; line-height: 1.4; }
.byline { margin: 0; }
.byline, .published { font: .8em/1.5 system-ui, sans-serif; }
blockquote { margin: 1.5rem 0; padding-left: 1.25rem; border-left: 3px solid; }
blockquote p:last-child { margin-bottom: 0; }
blockquote footer { margin-top: .5rem; font-size: .9rem; }
.pull-quote { margin: 2.5rem 0; font-size: 1.5rem; line-height: 1.3; }
.pull-quote blockquote { border: 0; padding: 0; }
.fact-box { margin: 2rem 0; padding: 1rem 1.25rem; border: 1px solid; border-radius: 4px; font-size: 1rem; }
.fact-box-title { font-weight: 650; }
figure { margin: 2rem auto; }
figure img { display: block; width: 100%; height: auto; }
figcaption, .footnote { font-size: .9rem; line-height: 1.45; }
figcaption { margin-top: .4rem; }
.credit { opacity: .75; }
.width-10 { width: 10%; } .width-20 { width: 20%; } .width-30 { width: 30%; } .width-40 { width: 40%; }
.width-50 { width: 50%; } .width-60 { width: 60%; } .width-70 { width: 70%; } .width-80 { width: 80%; }
.width-90 { width: 90%; }
table { width: 100%; margin: 2rem 0; border-collapse: collapse; font-size: 1rem; font-variant-numeric: tabular-nums; }
th, td { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid; text-align: left; vertical-align: top; }
pre { overflow-x: auto; padding: .75rem 1rem; border: 1px solid; border-radius: 4px; line-height: 1.45; }
pre code { white-space: pre; }
.check-list { padding-left: 0; list-style: none; }
.embed { padding: .6rem 1rem; border: 1px solid; border-radius: 4px; }
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
  figure, table, blockquote, pre, .fact-box, .footnote, tr, figcaption { break-inside: avoid; }
  .credit { opacity: 1; }
  a { color: inherit; }
  sup a, [role="doc-backlink"] { text-decoration: none; }
  a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em; overflow-wrap: anywhere; }
}
`;

/**
 * SHA-256 of the style, as the page's policy names it: this style and no other may apply. A test computes it anew
 * and says what to put here.
 */
export const pageStyleHash = 'sha256-tauHHqTtiBsUAQJiXlzeH/Ko914HT4kiBGUhsUvqZD8=';
