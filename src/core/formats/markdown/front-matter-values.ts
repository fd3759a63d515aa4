import { parse as parseToml, TomlDate } from 'smol-toml';
import { isMap, isScalar, isSeq, type Node, parseDocument, Scalar } from 'yaml';

/** What front matter holds: lists of what was typed, by key in lower case. */
export interface Found {
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** Keys and lines that say something which is neither text nor a list of it. */
  readonly unread: readonly string[];
}

/** More than this (UTF-16 units) was made by a machine, or against one: it is read line by line. */
const longest = 64_000;
/** Hugo, Zola and their kin put what is a site's own into tables of these names. */
const tables: ReadonlySet<string> = new Set(['params', 'extra', 'taxonomies']);
/** Deeper than a list in a table of the file nothing is looked at. */
const deepest = 3;

type Value = string | Value[] | Map<string, Value> | null;

/** YAML as strings; null when it is none. No tag, alias or type of YAML's has a say: an alias is not followed. */
export function fromYaml(yaml: string): Found | null {
  if (yaml.length > longest) return null;
  const document = parseDocument(yaml, {
    schema: 'core',
    customTags: [],
    uniqueKeys: false,
    logLevel: 'silent',
  });
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  return foundIn(yamlValue(document.contents, 0));
}

function yamlValue(node: unknown, depth: number): Value {
  if (isScalar(node)) return spelling(node);
  if (depth > deepest) return null;
  if (isSeq(node)) return node.items.map((item) => yamlValue(item, depth + 1));
  if (!isMap(node)) return null;
  return new Map(
    node.items.map(({ key, value }) => [
      isScalar(key) ? spelling(key) : '',
      value === null ? '' : yamlValue(value, depth + 1),
    ]),
  );
}

/** A plain `2026` or `1.0` or `no` is what was typed, not a number or a truth value. */
function spelling(scalar: Scalar<unknown> | Node): string {
  if (!isScalar(scalar) || scalar.value === null) return '';
  const isTyped = typeof scalar.value !== 'string' && scalar.type === Scalar.PLAIN;
  return (isTyped ? (scalar.source ?? String(scalar.value)) : String(scalar.value)).trim();
}

/** TOML as strings; null when it is none. */
export function fromToml(toml: string): Found | null {
  if (toml.length > longest) return null;
  try {
    return foundIn(tomlValue(parseToml(toml, { maxDepth: 20 }), 0));
  } catch {
    // Its errors say where; what cannot be read as a whole is read line by line.
    return null;
  }
}

function tomlValue(value: unknown, depth: number): Value {
  if (value instanceof TomlDate) return value.toISOString();
  if (typeof value !== 'object' || value === null) return String(value).trim();
  if (depth > deepest) return null;
  if (Array.isArray(value)) return value.map((item) => tomlValue(item, depth + 1));
  return new Map(Object.entries(value).map(([key, inner]) => [key, tomlValue(inner, depth + 1)]));
}

function foundIn(root: Value): Found {
  const values = new Map<string, readonly string[]>();
  const unread: string[] = [];
  const take = (entries: ReadonlyMap<string, Value>): void => {
    for (const [name, value] of entries) {
      const key = name.toLowerCase();
      const list = textsIn(value);
      if (key === '') continue;
      if (value instanceof Map && tables.has(key)) take(value);
      else if (list === null) unread.push(name);
      else if (!values.has(key)) values.set(key, list);
    }
  };
  if (root instanceof Map) take(root);
  return { values, unread };
}

/** A text, or a list of texts; of a person in a table, the name. Null: something else. */
function textsIn(value: Value): readonly string[] | null {
  const text = (one: Value): string | null => {
    if (typeof one === 'string') return one;
    const name = one instanceof Map ? one.get('name') : null;
    return typeof name === 'string' ? name : null;
  };
  const list = (Array.isArray(value) ? value : [value]).map(text);
  return list.some((one) => one === null)
    ? null
    : list.filter((one): one is string => one !== null && one !== '');
}

/** `title: A: B` is no YAML, and is written every day: then each line that has a key is read on its own. */
export function fromLines(source: string, sign: ':' | '='): Found {
  const values = new Map<string, readonly string[]>();
  const unread: string[] = [];
  const line = sign === ':' ? /^([\p{L}_-]+)\s*:(?:\s(.*))?$/u : /^([\p{L}_-]+)\s*=(.*)$/u;
  for (const one of source.split('\n').filter((text) => text.trim() !== '' && !text.startsWith('#'))) {
    const [, name = '', text = ''] = line.exec(one) ?? [];
    if (name === '') unread.push(one.trim());
    else
      values.set(name.toLowerCase(), text.trim() === '' ? [] : [text.trim().replace(/^(["'])(.*)\1$/, '$2')]);
  }
  return { values, unread };
}
