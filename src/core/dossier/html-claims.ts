import type { ElementContent } from 'hast';
import { safeUrl } from '#core/body/links';
import { queryStatus } from '#core/claims/queries';
import type { Query } from '#core/claims/record-schema';
import type { Evidence } from '#core/claims/schema';
import type { CheckState, ClaimStatus } from '#core/claims/status';
import { element } from '#core/formats/html/inline-write';
import { dayInWords } from '#core/formats/shared/corrections';
import { type QueryReason, queryReasons } from '#core/intake/types';
import { type Content, facts, hash, list, type Page, tag } from './html-parts';
import type { DossierClaim, DossierEvidence, DossierOutcome } from './model';
import { locatorInWords } from './words';

/** A sign beside each status, so that a page without colour tells them apart at a glance. */
const signs: Readonly<Record<ClaimStatus, string>> = {
  open: '○',
  partial: '◐',
  stale: '↻',
  failed: '✗',
  checked: '✓',
  excluded: '–',
  detached: '⌀',
};

export function claimElement(page: Page, view: DossierClaim): ElementContent {
  const { t } = page;
  const { claim, state, number } = view;
  const head = tag('h3', [
    tag('span', t('dossier.claim', { number })),
    tag('span', `${signs[state.status]} ${t(`checking.status.${state.status}`)}`, 'status'),
  ]);
  const quotation = claim.quotation;
  const about = facts([
    [t('dossier.wording'), claim.wording],
    [t('dossier.kind'), t(`checking.kind.${claim.kind}`)],
    [
      t('dossier.checkability'),
      claim.checkability === 'factual' ? '' : t(`checking.checkability.${claim.checkability}`),
    ],
    [t('dossier.risk'), claim.risk === 'normal' ? '' : t(`checking.risk.${claim.risk}`)],
    [t('dossier.asserted-by'), claim.assertedBy],
    [t('dossier.speaker'), quotation?.speaker ?? ''],
    [t('dossier.said-on'), quotation?.said ? dayInWords(quotation.said, page.language) : ''],
    [
      t('dossier.original', { language: quotation?.original?.language ?? '' }),
      quotation?.original
        ? element('q', [...nodesOf(quotation.original.text)], { lang: quotation.original.language })
        : '',
    ],
    [t('dossier.assignee'), claim.assignee],
    [t('dossier.depends-on'), references(view.dependsOn)],
    [t('dossier.note'), claim.note],
  ]);
  const lacks =
    quotation?.translated && !quotation.original ? [tag('p', t('dossier.no-original'), 'meta')] : [];
  const children = [
    head,
    tag('blockquote', view.text, 'words'),
    ...about,
    ...lacks,
    ...checks(page, state.checks),
    ...sources(page, view),
    ...history(page, view),
    ...queries(page, view.queries),
  ];
  return element('article', children, { className: ['claim'], id: `claim-${number}` });
}

function nodesOf(value: string): ElementContent[] {
  return [{ type: 'text', value }];
}

/** Links to other claims by their numbers. */
export function references(numbers: readonly number[]): Content {
  return numbers.map((number, index) => [
    index > 0 ? ', ' : '',
    element('a', nodesOf(String(number)), { href: `#claim-${number}` }),
  ]);
}

function checks(page: Page, states: readonly CheckState[]): ElementContent[] {
  const { t } = page;
  const items = states.map((check): Content => {
    const names = [...new Set(check.settledBy.map((by) => page.name(by)))].join(', ');
    const status = t(`checking.status.${check.status}`);
    return [
      `${t(`checking.check.${check.check}`)} `,
      tag('strong', `${signs[check.status]} ${status}`),
      names === '' ? '' : ` (${names})`,
      check.causes.length === 0
        ? ''
        : `. ${check.causes.map((cause) => t(`checking.cause.${cause}`)).join('. ')}.`,
      check.change === null ? '' : ` ${t('dossier.wanted', { text: check.change })}`,
      check.isDisputed ? ` ${t('dossier.disputed')}` : '',
    ];
  });
  return [tag('h4', t('dossier.checks')), ...list(items)];
}

function sources(page: Page, view: DossierClaim): ElementContent[] {
  const { t } = page;
  if (view.evidence.length === 0)
    return [tag('h4', t('dossier.sources')), tag('p', t('dossier.no-sources'), 'meta')];
  const title = `${t('dossier.sources')} (${t('dossier.origins', { count: view.origins })})`;
  return [
    tag('h4', title),
    ...list(
      view.evidence.map((one) => source(page, one)),
      'ol',
    ),
  ];
}

function source(page: Page, shown: DossierEvidence): Content {
  const { t } = page;
  const { stance, tier, sensitivity, added } = shown.evidence;
  const handled = [
    t(`checking.stance.${stance}`),
    t(`checking.tier.${tier}`),
    sensitivity === 'public' ? '' : t(`checking.sensitivity.${sensitivity}`),
    t('dossier.added-by', { by: page.name(added.by), at: page.when(added.at) }),
  ];
  if (shown.isHeldBack) return [tag('strong', t('dossier.is-held-back')), meta(handled)];
  const { evidence } = shown;
  const place = evidence.locator ? locatorInWords(t, evidence.locator) : '';
  const origin = evidence.origin === '' ? '' : t('dossier.origin', { origin: evidence.origin });
  return [
    named(page, evidence),
    place === '' ? '' : `, ${place}`,
    evidence.quote === '' ? '' : tag('blockquote', evidence.quote),
    meta([origin, ...handled]),
    tag('div', hash(shown.hash)),
  ];
}

function meta(parts: readonly string[]): ElementContent {
  return tag('div', parts.filter((part) => part !== '').join(' · '), 'meta');
}

/** What a source is, with all that is known of it. */
function named(page: Page, { source: one }: Evidence): Content {
  const { t } = page;
  const join = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');
  const day = (value: string | null): string => (value === null ? '' : page.when(value));
  switch (one.type) {
    case 'web': {
      const url = safeUrl(one.url);
      const read = one.accessed === null ? '' : t('dossier.accessed', { day: day(one.accessed) });
      return [
        one.title === '' ? '' : `${one.title}, `,
        url === null ? one.url : element('a', nodesOf(one.url), { href: url }),
        join(['', one.publisher, day(one.date), read]) && `, ${join([one.publisher, day(one.date), read])}`,
      ];
    }
    case 'file':
      return [t('dossier.file', { name: one.name, size: one.size }), tag('div', hash(one.sha256))];
    case 'passage':
      return [one.from === '' ? '' : `${one.from}: `, one.text];
    case 'person': {
      const said = one.confirmed === '' ? '' : `. ${t('dossier.confirmed-that', { text: one.confirmed })}`;
      return [join([one.name, day(one.when), one.how]), said];
    }
    case 'sealed':
      return [tag('strong', t('dossier.is-held-back'))];
  }
}

function history(page: Page, { outcomes, evidence }: DossierClaim): ElementContent[] {
  if (outcomes.length === 0) return [];
  const order = new Map(evidence.map(({ evidence: { id } }, index) => [id, index + 1]));
  const items = outcomes.map((one) => given(page, one, order));
  return [tag('h4', page.t('dossier.history')), ...list(items, 'ol')];
}

function given(
  page: Page,
  { outcome, selfChecked }: DossierOutcome,
  order: ReadonlyMap<string, number>,
): Content {
  const { t } = page;
  const role = outcome.role === null ? '' : ` (${t(`checking.role.${outcome.role}`)})`;
  const self = selfChecked ? ` [${t('checking.self-checked')}]` : '';
  const by = `${page.name(outcome.by)}${role}${self}`;
  const rests = outcome.evidence.map(({ id }) => order.get(id) ?? '?').join(', ');
  const check = outcome.check === 'said' ? `${t('checking.check.said')} ` : '';
  return [
    check,
    t('dossier.gave', { by, at: page.when(outcome.at), outcome: page.outcome(outcome.value) }),
    ` ${t('dossier.on-words', { text: outcome.text })}`,
    outcome.suggested === null ? '' : ` → ${outcome.suggested}`,
    rests === ''
      ? ''
      : `; ${t('dossier.rests-on', { sources: `${t('dossier.sources').toLowerCase()} ${rests}` })}`,
    outcome.reason === '' ? '' : tag('div', outcome.reason),
    tag('div', hash(outcome.textHash)),
  ];
}

export function queries(page: Page, all: readonly Query[]): ElementContent[] {
  if (all.length === 0) return [];
  return [tag('h4', page.t('dossier.queries')), ...list(all.map((one) => queryItem(page, one)))];
}

export function queryItem(page: Page, query: Query): Content {
  const { t } = page;
  const rule = queryReasons.find((reason) => reason === query.reason);
  const events = query.events.map((event): Content => {
    const words =
      event.text || (event.kind === 'asked' && rule ? t(`intake.query.${rule satisfies QueryReason}`) : '');
    const who = event.by === '' ? '' : `${event.by}, `;
    return `${t(`checking.query-event.${event.kind}`)} (${who}${page.when(event.at)})${words === '' ? '' : `: ${words}`}`;
  });
  return [
    tag('strong', t(`checking.query-status.${queryStatus(query)}`)),
    query.text === '' ? '' : tag('blockquote', query.text),
    list(events),
  ];
}
