import { articleUrn, claimUrn } from '#core/article/urn';
import { safeUrl } from '#core/body/links';
import { textBlocks } from '#core/body/walk';
import { copyText } from '#core/claims/anchors';
import { evidenceFileName, evidenceTitle } from '#core/claims/evidence';
import { queryStatus } from '#core/claims/queries';
import type { Query } from '#core/claims/record-schema';
import { countingOf } from '#core/claims/scale';
import type { Evidence, Locator } from '#core/claims/schema';
import type { SignOffView } from '#core/claims/sign-offs';
import { outcomeLabel } from '#core/messages/outcomes';
import type { Dossier, DossierClaim, DossierEvidence, DossierOutcome } from './model';
import { translatorFor } from './translator';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** UTF-16 units of the copy that a selector quotes on either side. */
const around = 32;

/**
 * The dossier as JSON-LD: claims are annotations of the Web Annotation data model, their outcomes and sources are in
 * terms of schema.org. docs/formats/dossier.md has every key. The same dossier always gives the same bytes.
 */
export function writeDossierJson(dossier: Dossier): string {
  const { article, integrity, progress, gate } = dossier;
  const { metadata } = article;
  const lines = new Map([...textBlocks(article.body)].map(({ id, content }) => [id, copyText(content)]));
  const content: Json = {
    '@context': [
      'http://www.w3.org/ns/anno.jsonld',
      { schema: 'https://schema.org/', marbre: 'urn:marbre:terms:' },
    ],
    format: 'marbre-dossier',
    version: 1,
    id: `${articleUrn(dossier.article)}:dossier`,
    generated: dossier.generated,
    article: {
      id: articleUrn(dossier.article),
      type: 'schema:NewsArticle',
      'schema:headline': dossier.title,
      'schema:inLanguage': metadata.language,
      'schema:datePublished': metadata.published,
      'schema:dateModified': metadata.modified,
      'schema:creativeWorkStatus': metadata.status,
      'schema:correction': dossier.corrections.map(({ id, at, by, text, claim }) => ({
        id,
        type: 'schema:CorrectionComment',
        'schema:text': text,
        'schema:dateCreated': at,
        'schema:author': by,
        'marbre:claim': claim,
      })),
    },
    progress: { ...progress.counts, queries: progress.queries },
    gate: {
      blocked: gate.blocked,
      mode: gate.mode,
      blockers: gate.blockers.map(({ code, params, target }) => ({
        code,
        params: { ...params },
        target: { ...target },
      })),
      override: dossier.override?.id ?? null,
    },
    annotations: {
      type: 'AnnotationPage',
      items: dossier.claims.map((claim) => annotation(dossier, claim, lines)),
    },
    queries: dossier.queries.map(query),
    signOffs: dossier.signOffs.map(signOff),
    overrides: dossier.overrides.map((override) => ({
      ...override,
      blockers: override.blockers.map((blocker) => ({ ...blocker, target: { ...blocker.target } })),
    })),
    confidential: { included: dossier.isConfidential, heldBack: dossier.heldBack },
    integrity: { algorithm: 'SHA-256', ...integrity },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function annotation(dossier: Dossier, view: DossierClaim, lines: ReadonlyMap<string, string>): Json {
  const { claim, state, number } = view;
  return {
    id: claimUrn(dossier.article, claim.id),
    type: 'Annotation',
    motivation: 'assessing',
    created: claim.created,
    creator: claim.by,
    target: { source: articleUrn(dossier.article), selector: selectors(view, lines) },
    body: {
      type: 'schema:Claim',
      'schema:text': claim.wording || view.text,
      'schema:author': claim.assertedBy,
      'marbre:number': number,
      'marbre:words': view.text,
      'marbre:kind': claim.kind,
      'marbre:checkability': claim.checkability,
      'marbre:risk': claim.risk,
      'marbre:assignee': claim.assignee,
      'marbre:note': claim.note,
      'marbre:dependsOn': view.dependsOn,
      'marbre:status': state.status,
      'marbre:checkers': state.checkers,
      'marbre:independentOrigins': view.origins,
      'marbre:quotation': claim.quotation && {
        ...claim.quotation,
        original: claim.quotation.original && { ...claim.quotation.original },
      },
      'marbre:checks': state.checks.map((check) => ({
        check: check.check,
        status: check.status,
        outcome: check.outcome?.value ?? null,
        causes: check.causes,
        change: check.change,
        settledBy: check.settledBy,
        disputed: check.isDisputed,
        lacksOriginal: check.lacksOriginal,
      })),
      'schema:review': view.outcomes.map((outcome) => review(dossier, view, outcome)),
      'schema:citation': view.evidence.map(citation),
      'marbre:queries': view.queries.map(query),
    },
  };
}

/** The words with a little of what stands around them, for each stretch of the copy; nothing once they are gone. */
function selectors({ anchor }: DossierClaim, lines: ReadonlyMap<string, string>): Json {
  return (anchor?.ranges ?? []).map(({ blockId, start, end }) => {
    const line = lines.get(blockId) ?? '';
    return {
      type: 'TextQuoteSelector',
      exact: line.slice(start, end),
      prefix: line.slice(Math.max(0, start - around), start),
      suffix: line.slice(end, end + around),
      'marbre:block': blockId,
      refinedBy: { type: 'TextPositionSelector', start, end },
    };
  });
}

function review(
  { scale, article }: Dossier,
  { evidence }: DossierClaim,
  { outcome, selfChecked }: DossierOutcome,
): Json {
  const { language } = article.metadata;
  const heldBack = new Set(evidence.filter(({ isHeldBack }) => isHeldBack).map(({ evidence: { id } }) => id));
  return {
    type: 'schema:ClaimReview',
    'schema:claimReviewed': outcome.text,
    'schema:dateCreated': outcome.at,
    'schema:author': outcome.by,
    'marbre:role': outcome.role,
    'marbre:selfChecked': selfChecked,
    'marbre:check': outcome.check,
    'schema:reviewRating': {
      type: 'schema:Rating',
      'schema:ratingValue': outcome.value,
      'schema:alternateName': outcomeLabel(translatorFor(language), language, scale, outcome.value),
      'marbre:counts': countingOf(scale, outcome.value),
    },
    'schema:reviewBody': outcome.reason,
    'marbre:suggested': outcome.suggested,
    'marbre:textHash': outcome.textHash,
    'marbre:statementHash': outcome.statementHash,
    'marbre:evidence': outcome.evidence.map(({ id, hash }) => ({ id, hash: heldBack.has(id) ? null : hash })),
  };
}

function citation(shown: DossierEvidence): Json {
  const { id, stance, tier, sensitivity, added } = shown.evidence;
  const common = {
    id,
    'marbre:stance': stance,
    'marbre:tier': tier,
    'marbre:sensitivity': sensitivity,
    'marbre:added': added.at,
    'marbre:addedBy': added.by,
  };
  if (shown.isHeldBack) return { type: 'schema:CreativeWork', ...common, 'marbre:heldBack': true };
  const { evidence, hash } = shown;
  return {
    ...work(evidence),
    ...common,
    'marbre:origin': evidence.origin,
    'marbre:quote': evidence.quote,
    selector: evidence.locator && locator(evidence.locator),
    'marbre:hash': hash,
  };
}

function work(evidence: Evidence): { readonly [key: string]: Json } {
  const { source } = evidence;
  switch (source.type) {
    case 'web':
      return {
        type: 'schema:WebPage',
        'schema:url': safeUrl(source.url),
        // What must not be opened is told all the same: it is what the checker saw.
        ...(safeUrl(source.url) === null && { 'marbre:address': source.url }),
        'schema:name': source.title,
        'schema:publisher': source.publisher,
        'schema:datePublished': source.date,
        'marbre:accessed': source.accessed,
      };
    case 'file':
      return {
        type: 'schema:MediaObject',
        'schema:name': source.name,
        'schema:contentUrl': `evidence/${evidenceFileName(source)}`,
        'schema:contentSize': source.size,
        'schema:sha256': source.sha256,
      };
    case 'passage':
      return { type: 'schema:Quotation', 'schema:text': source.text, 'schema:name': evidenceTitle(evidence) };
    case 'person':
      return {
        type: 'schema:Person',
        'schema:name': source.name,
        'marbre:when': source.when,
        'marbre:how': source.how,
        'marbre:confirmed': source.confirmed,
      };
    case 'sealed':
      return { type: 'schema:CreativeWork', 'marbre:heldBack': true };
  }
}

/** Places in a source as selectors of the Web Annotation data model. */
function locator(place: Locator): Json {
  switch (place.type) {
    case 'page':
      return {
        type: 'FragmentSelector',
        conformsTo: 'http://tools.ietf.org/rfc/rfc3778',
        value: `page=${place.page}`,
      };
    case 'paragraph':
      return { type: 'FragmentSelector', value: `paragraph=${place.paragraph}` };
    case 'time':
      return {
        type: 'FragmentSelector',
        conformsTo: 'http://www.w3.org/TR/media-frags/',
        value: `t=${place.ms / 1_000}`,
      };
    case 'quote':
      return { type: 'TextQuoteSelector', exact: place.exact, prefix: place.prefix, suffix: place.suffix };
  }
}

function query(one: Query): Json {
  const { id, reason, claim, blockId, text, to, events } = one;
  return {
    id,
    status: queryStatus(one),
    reason,
    claim,
    block: blockId,
    text,
    to,
    events: events.map((event) => ({ ...event })),
  };
}

function signOff({ signOff: one, state, changed, recordChanged, withdrawn }: SignOffView): Json {
  const { blocks: _blocks, type: _type, ...signed } = one;
  return {
    ...signed,
    state,
    changedBlocks: changed,
    recordChanged,
    withdrawn: withdrawn && { ...withdrawn },
  };
}
