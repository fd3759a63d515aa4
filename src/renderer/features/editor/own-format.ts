import type { LexicalEditor, SerializedLexicalNode } from 'lexical';
import { limits } from '#core/body/blocks';
import { safeUrl } from '#core/body/links';

/** Nodes in nodes: a table in a list item is at six, nested lists take two for each level. */
const deepest = 4 * limits.listDepth;

type Json = Readonly<Record<string, unknown>>;

/** A value as our own text may have it; `undefined` leaves the property to the node's default. */
type Clean = (value: unknown) => unknown;

const word: Clean = (value) => (typeof value === 'string' ? value : undefined);
const flag: Clean = (value) => (typeof value === 'boolean' ? value : undefined);
const asItIs: Clean = (value) => value;
const whole =
  (least: number, most: number): Clean =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : undefined;

/**
 * What a node of ours is made of. Whatever is not named here is left behind: styles that could lie over the window,
 * colours that load, cells that span a million columns. Nodes check what is theirs (`data`, `field`, `$`) themselves.
 */
const properties: Readonly<Record<string, Clean>> = {
  type: word,
  version: () => 1,
  text: word,
  format: (value) => whole(0, 0xffff)(value) ?? '',
  mode: () => 'normal',
  detail: () => 0,
  direction: () => null,
  indent: () => 0,
  tag: word,
  listType: word,
  start: whole(0, 999_999_999),
  value: whole(0, 999_999_999),
  checked: flag,
  url: word,
  title: word,
  headerState: whole(0, 3),
  data: asItIs,
  slot: word,
  field: word,
  language: word,
  note: word,
  $: asItIs,
};

/**
 * The nodes in our own clipboard format; null where it is none. Any page can write that format into a clipboard, so it
 * is read like everything from outside: only what is known comes through, and links only where they may be.
 */
export function readOwnNodes(editor: LexicalEditor, text: string): SerializedLexicalNode[] | null {
  try {
    const { namespace, nodes } = JSON.parse(text) as { namespace?: unknown; nodes?: unknown };
    if (namespace !== editor._config.namespace || !Array.isArray(nodes)) return null;
    return cleanNodes(nodes, (type) => type !== 'root' && editor._nodes.has(type), 0);
  } catch {
    return null;
  }
}

/** Throws where a node is not one of ours. */
function cleanNodes(
  nodes: readonly unknown[],
  isKnown: (type: string) => boolean,
  depth: number,
): SerializedLexicalNode[] {
  if (depth > deepest) throw new RangeError('nodes are nested too deeply');
  return nodes.flatMap((node) => {
    const given = node as Json;
    if (typeof given?.type !== 'string' || !isKnown(given.type)) throw new TypeError('an unknown node');
    const children = Array.isArray(given.children) ? cleanNodes(given.children, isKnown, depth + 1) : null;
    if (given.type === 'link' && safeUrl(String(given.url)) === null) return children ?? [];
    const kept = Object.entries(properties).flatMap(([name, clean]) => {
      const value = Object.hasOwn(given, name) ? clean(given[name]) : undefined;
      return value === undefined ? [] : [[name, value]];
    });
    return [{ ...Object.fromEntries(kept), ...(children && { children }) } as SerializedLexicalNode];
  });
}
