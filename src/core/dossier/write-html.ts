import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { fieldText } from '#core/body/fields';
import { textBlocks } from '#core/body/walk';
import { copyText } from '#core/claims/anchors';
import type { Target } from '#core/claims/record-schema';
import type { SignOffView } from '#core/claims/sign-offs';
import { element, text } from '#core/formats/html/inline-write';
import { dayInWords } from '#core/formats/shared/corrections';
import { blockerSentence } from '#core/messages/blockers';
import { progressLine } from '#core/messages/progress';
import { statusLabel } from '#core/messages/statuses';
import { claimElement, queryItem } from './html-claims';
import { type Content, facts, hash, list, nodes, Page, section, tag } from './html-parts';
import type { Dossier, DossierClaim } from './model';
import { dossierStyle, styleHash } from './style';
import { translatorFor } from './translator';

/** The dossier as a page that stands alone, in the article's language. The same dossier always gives the same bytes. */
export function writeDossierHtml(dossier: Dossier): string {
  const { language } = dossier.article.metadata;
  const page = new Page(translatorFor(language), language, dossier.scale);
  const main = element('main', [
    header(page, dossier),
    ...section(page.t('dossier.gate'), gateContent(page, dossier)),
    ...section(page.t('dossier.sign-offs'), signOffTable(page, dossier.signOffs)),
    ...section(page.t('dossier.overrides'), list(dossier.overrides.map((one) => overrideItem(page, one)))),
    ...section(
      page.t('checking.correction', { count: 2 }),
      list(
        dossier.corrections.map((one) => [
          `${page.when(one.at)}, ${page.name(one.by)}: `,
          one.text,
          reference(dossier, one.claim),
        ]),
      ),
    ),
    ...section(page.t('dossier.copy'), copy(dossier)),
    ...section(page.t('dossier.claims'), claims(page, dossier)),
    ...section(page.t('dossier.queries'), list(dossier.queries.map((one) => queryItem(page, one)))),
    ...section(page.t('dossier.integrity'), integrity(page, dossier)),
  ]);
  const html = element('html', [head(page, dossier), text('\n'), element('body', [main])], {
    lang: language,
  });
  const children: Root['children'] = [{ type: 'doctype' }, { type: 'text', value: '\n' }, html as Element];
  const written = toHtml({ type: 'root', children }, { characterReferences: { useNamedReferences: false } });
  return `${written.replaceAll(/&#xa0;/gi, '\u00a0')}\n`;
}

function head(page: Page, { title }: Dossier): Element {
  const policy = `default-src 'none'; style-src '${styleHash()}'; base-uri 'none'; form-action 'none'`;
  return element('head', [
    element('meta', [], { charSet: 'utf-8' }),
    element('meta', [], { httpEquiv: ['Content-Security-Policy'], content: policy }),
    element('meta', [], { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', [], { name: 'referrer', content: 'no-referrer' }),
    element('title', [text(page.t('dossier.title-of', { title }))]),
    element('style', [text(dossierStyle)]),
  ]);
}

function header(page: Page, dossier: Dossier): ElementContent {
  const { t } = page;
  const { article, heldBack, isConfidential } = dossier;
  const { metadata } = article;
  const protectedSources = article.claims.some(({ evidence }) =>
    evidence.some(({ sensitivity }) => sensitivity === 'confidential'),
  );
  return tag('header', [
    tag('p', t('dossier.title'), 'label'),
    tag('h1', dossier.title),
    ...facts([
      [t('dossier.article'), metadata.slug === '' ? article.id : `${metadata.slug} (${article.id})`],
      [t('dossier.byline'), fieldText(article.body, 'byline')],
      [t('dossier.status'), statusLabel(t, page.language, dossier.statuses, metadata.status)],
      [t('dossier.published'), metadata.published ? dayInWords(metadata.published, page.language) : ''],
      [t('dossier.modified'), page.when(metadata.modified)],
      [t('dossier.progress'), progressLine(t, dossier.progress)],
      [t('dossier.generated'), page.when(dossier.generated)],
    ]),
    heldBack > 0 ? tag('p', t('dossier.held-back', { count: heldBack }), 'meta') : '',
    isConfidential && protectedSources ? tag('p', t('dossier.confidential'), 'notice') : '',
  ]);
}

function gateContent(page: Page, { gate, override, claims: all }: Dossier): readonly Content[] {
  const { t } = page;
  if (!gate.blocked) return [tag('p', t('dossier.gate-open'))];
  const items = gate.blockers.map((blocker): Content => {
    const sentence = blockerSentence(t, page.language, page.scale, blocker);
    const address = addressOf(blocker.target, all);
    return address === null ? sentence : element('a', nodes(sentence), { href: address });
  });
  const note = override
    ? [
        tag(
          'p',
          t('dossier.gate-overridden', {
            by: page.name(override.by),
            at: page.when(override.at),
            reason: override.reason,
          }),
          'notice',
        ),
      ]
    : [];
  return [tag('p', t('dossier.gate-blocked', { count: items.length })), ...list(items), ...note];
}

/** Where in this page something is told of what blocks; null for what only the window can show. */
function addressOf(target: Target, all: readonly DossierClaim[]): string | null {
  if (target.type === 'block') return `#block-${target.id}`;
  const claim = all.find(({ claim: one, queries }) =>
    target.type === 'claim'
      ? one.id === target.id
      : target.type === 'query' && queries.some(({ id }) => id === target.id),
  );
  return claim ? `#claim-${claim.number}` : null;
}

function signOffTable(page: Page, views: readonly SignOffView[]): readonly Content[] {
  const { t } = page;
  if (views.length === 0) return [tag('p', t('dossier.no-sign-offs'))];
  const columns = ['dossier.role', 'dossier.name', 'dossier.when', 'dossier.state'] as const;
  const rows = views.map((view) => {
    const { signOff, state, changed, recordChanged, withdrawn } = view;
    const more = [
      withdrawn
        ? t('dossier.withdrawn-by', {
            by: page.name(withdrawn.by),
            at: page.when(withdrawn.at),
            reason: withdrawn.reason,
          })
        : '',
      state === 'lapsed'
        ? t('dossier.changed', { count: changed.length, blocks: changed.slice(0, 20).join(', ') })
        : '',
      state === 'valid' && recordChanged ? t('dossier.record-changed') : '',
      signOff.note,
    ].filter((line) => line !== '');
    return tag('tr', [
      tag('td', t(`checking.role.${signOff.role}`)),
      tag('td', [page.name(signOff.by), signOff.selfChecked ? ` (${t('checking.self-checked')})` : '']),
      tag('td', page.when(signOff.at)),
      tag('td', [
        tag('strong', t(`checking.sign-off-state.${state}`)),
        ...more.map((line) => tag('div', line, 'meta')),
        tag('div', hash(signOff.contentHash)),
      ]),
    ]);
  });
  return [
    tag('table', [
      tag(
        'thead',
        tag(
          'tr',
          columns.map((key) => tag('th', t(key))),
        ),
      ),
      tag('tbody', rows),
    ]),
  ];
}

function overrideItem(
  page: Page,
  { at, by, reason, blockers, contentHash }: Dossier['overrides'][number],
): Content {
  return [
    tag('strong', `${page.when(at)}, ${page.name(by)}`),
    tag('div', reason),
    list(
      blockers.map(
        ({ code, target, text: words }) =>
          `${code} (${target.type} ${target.id})${words === '' ? '' : `: ${words}`}`,
      ),
    ),
    tag('div', hash(contentHash)),
  ];
}

function reference({ claims: all }: Dossier, id: string | null): Content {
  const found = all.find(({ claim }) => claim.id === id);
  return found
    ? [' (', element('a', [text(String(found.number))], { href: `#claim-${found.number}` }), ')']
    : '';
}

/** The text itself, with the number of each claim behind its words. */
function copy({ article, claims: all }: Dossier): readonly Content[] {
  const ends = new Map<string, { readonly at: number; readonly number: number }[]>();
  for (const { anchor, number } of all) {
    const range = anchor?.ranges.at(-1);
    if (range) ends.set(range.blockId, [...(ends.get(range.blockId) ?? []), { at: range.end, number }]);
  }
  return [...textBlocks(article.body)].flatMap(({ id, type, content }): Content[] => {
    const line = copyText(content);
    if (line.trim() === '') return [];
    const marks = (ends.get(id) ?? []).toSorted((one, two) => one.at - two.at || one.number - two.number);
    const children: Content[] = [];
    let from = 0;
    for (const { at, number } of marks) {
      children.push(
        line.slice(from, at),
        element('sup', [element('a', [text(`[${number}]`)], { href: `#claim-${number}` })]),
      );
      from = at;
    }
    children.push(line.slice(from));
    const name = type === 'heading' || type === 'headline' ? 'h3' : 'p';
    return [element(name, nodes(children), { id: `block-${id}` })];
  });
}

/** Claims under the headings of the story that they stand under. */
function claims(page: Page, dossier: Dossier): readonly Content[] {
  if (dossier.claims.length === 0) return [tag('p', page.t('dossier.no-claims'))];
  const headingOf = headings(dossier);
  let last: string | null = null;
  return dossier.claims.flatMap((view): Content[] => {
    const block = view.anchor?.ranges[0]?.blockId;
    const title = block === undefined ? page.t('dossier.section-gone') : (headingOf.get(block) ?? '');
    const isNew = title !== (last ?? '');
    last = title;
    return [...(isNew && title !== '' ? [tag('h3', title)] : []), claimElement(page, view)];
  });
}

function headings({ article }: Dossier): Map<string, string> {
  const found = new Map<string, string>();
  let title = '';
  for (const { id, type, content } of textBlocks(article.body)) {
    if (type === 'heading') title = copyText(content);
    found.set(id, title);
  }
  return found;
}

function integrity(page: Page, { integrity: hashes }: Dossier): readonly Content[] {
  const { t } = page;
  return [
    tag('p', t('dossier.integrity-statement')),
    ...facts([
      [t('dossier.hash-content'), hash(hashes.content)],
      [t('dossier.hash-record'), hash(hashes.record)],
      [t('dossier.hash-article'), hash(hashes.article)],
      [t('dossier.hash-original'), hashes.original === null ? t('dossier.none') : hash(hashes.original)],
    ]),
  ];
}
