import type { Block } from '#core/body/schema';
import { bodyText } from '#core/body/walk';
import { readHtmlPart } from '../html/read';
import { readNitfPart } from '../nitf/read';
import { plainBlocks } from '../shared/plain';
import { sampleOf, type Warnings } from '../shared/warnings';
import { line } from '../shared/wire-metadata';
import { type Thing, textIn, thingsOf } from './thing';

interface Body {
  readonly role: string;
  readonly kind: Kind;
  readonly value: string;
}

/** How the text of a body is written, the richest first. */
const kinds = ['nitf', 'html', 'plain'] as const;
type Kind = (typeof kinds)[number];

/** Roles that say that a body is not the story. */
const aside = /caption|summary|teaser|abstract|brief|social|script|title|note/i;

/** The story of an item: its richest body. Another one that says something else is named in the warnings. */
export function readBodies(item: Thing, warnings: Warnings): Block[] {
  const bodies = bodiesOf(item).sort((one, other) => rank(one) - rank(other));
  const [chosen, ...others] = bodies;
  if (!chosen) return [];
  const blocks = readBody(chosen, warnings);
  const story = line(bodyText(blocks, ' '));
  for (const other of others) {
    const text = line(other.kind === 'plain' ? other.value : other.value.replace(/<[^<>]*>/g, ' '));
    if (!repeats(story, text)) warnings.add('text-dropped', { text: sampleOf(text) });
  }
  return blocks;
}

/** Whether one text is told by another: letters only, since the two are written with other mark-up and spaces. */
function repeats(story: string, text: string): boolean {
  const letters = (value: string): string => value.replace(/[^\p{L}\p{N}]+/gu, '');
  return letters(story).includes(letters(text).slice(0, 120));
}

function bodiesOf(item: Thing): Body[] {
  const listed = thingsOf(item.get('bodies')).map((body) => ({
    role: textIn(body, 'role'),
    type: textIn(body, 'contenttype'),
    value: textIn(body, 'value'),
  }));
  // ninjs 1: `body_xhtml`, `body_text`.
  const named = [...item].flatMap(([key, value]) => {
    const role = /^body_(\w+)$/.exec(key)?.[1];
    return role && typeof value === 'string' ? [{ role, type: role, value: value.trim() }] : [];
  });
  return [...listed, ...named]
    .filter(({ value }) => value !== '')
    .map(({ role, type, value }) => ({ role, kind: kindOf(type, value), value }));
}

/** By what the body says of itself; where it says nothing, by whether it has elements. */
function kindOf(type: string, value: string): Kind {
  if (/nitf/i.test(type)) return 'nitf';
  if (/html/i.test(type)) return 'html';
  if (/text/i.test(type)) return 'plain';
  return /<(?:p|div|br|h[1-6]|ul|ol|blockquote|section|article)[\s/>]/i.test(value) ? 'html' : 'plain';
}

function rank({ role, kind }: Body): number {
  return (aside.test(role) ? kinds.length : 0) + kinds.indexOf(kind);
}

function readBody({ kind, value }: Body, warnings: Warnings): Block[] {
  if (kind === 'plain') return plainBlocks(value, warnings);
  const nitf = kind === 'nitf' ? readNitfPart(value, warnings) : null;
  return nitf ?? readHtmlPart(value, warnings, { isChosen: true });
}
