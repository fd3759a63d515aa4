import { sha256Hex } from '#core/hash';

/** The style of a dossier: made for paper first, readable on a screen. Nothing is fetched. */
export const dossierStyle = `
:root { color-scheme: light; }
body { margin: 0; color: #1d1b18; background: #fff; font: 1rem/1.5 "Source Serif 4", Charter, Georgia, "Times New Roman", serif; }
main { max-width: 46rem; margin: 2.5rem auto; padding: 0 1.5rem; overflow-wrap: break-word; }
header { border-bottom: 2px solid; padding-bottom: 1rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: .25rem 0 1rem; text-wrap: balance; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; border-bottom: 1px solid; padding-bottom: .2rem; }
h3 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; }
h4 { font: 600 .8rem/1.4 system-ui, sans-serif; margin: .9rem 0 .2rem; }
p { margin: 0 0 .6rem; }
.label, dt, th, .meta, .status, .small { font: .8rem/1.5 system-ui, sans-serif; }
.label { margin: 0; text-transform: none; letter-spacing: .02em; }
dl { display: grid; align-items: baseline; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: 0 0 .6rem; }
dt { color: #55504a; }
dd { margin: 0; }
ol, ul { margin: 0 0 .6rem; padding-left: 1.4rem; }
li { margin-bottom: .2rem; }
blockquote { margin: .3rem 0 .6rem; padding-left: 1rem; border-left: 3px solid #8a8378; }
.claim { margin: 0 0 1.4rem; padding: .8rem 1rem; border: 1px solid #bcb5a9; border-radius: 4px; }
.claim h3 { margin: 0 0 .4rem; display: flex; justify-content: space-between; gap: 1rem; }
.claim .words { font-size: 1.1rem; margin: 0 0 .5rem; padding: 0; border: 0; }
.status { font-weight: 600; white-space: nowrap; }
.notice { padding: .6rem 1rem; border: 2px solid; font-weight: 600; }
.hash { font: .75rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
del { text-decoration-thickness: 1px; }
sup { line-height: 0; font: .7rem system-ui, sans-serif; }
table { width: 100%; border-collapse: collapse; margin-bottom: .8rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #d8d2c7; }
a { color: inherit; }
@media print {
  @page { size: A4; margin: 2cm 2cm 2.2cm; }
  body { font-size: 10pt; }
  main { max-width: none; margin: 0; padding: 0; }
  h2, h3, h4 { break-after: avoid; }
  .claim { break-inside: avoid-page; }
  p, li, dd { orphans: 3; widows: 3; }
  table, tr { break-inside: avoid; }
}
`;

/** The hash by which the page's own policy lets this style apply, and no other. */
export function styleHash(): string {
  const bytes =
    sha256Hex(dossierStyle)
      .match(/../g)
      ?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}
