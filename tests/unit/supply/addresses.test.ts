import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const out = join(import.meta.dirname, '../../../out');

/**
 * The hosts of every address in the built program, and why one is there. None of them is ever asked for anything: a
 * new one is a question to be answered before it gets a row.
 */
const known: Readonly<Record<string, string>> = {
  'www.w3.org':
    'namespaces of HTML, SVG, MathML, XML; the words of annotations and media fragments in the dossier',
  'schemas.openxmlformats.org': 'namespaces of DOCX',
  'purl.oclc.org': 'namespaces of DOCX in its strict form',
  'schemas.microsoft.com': 'namespaces of DOCX',
  'purl.org': 'Dublin Core: the words of metadata in DOCX and EPUB',
  'www.idpf.org': 'namespaces of EPUB',
  'iptc.org': 'namespaces of NITF and NewsML-G2',
  'www.iptc.org': 'the name of the schema that ninjs follows',
  'schema.org': 'the vocabulary of exported JSON-LD',
  'json-schema.org': 'names of schema dialects (zod, ajv)',
  'raw.githubusercontent.com': 'the name of a schema inside ajv, which electron-store brings',
  'tools.ietf.org': 'the name of the rule for places in a PDF, in the dossier',
  'ns.adobe.com': 'namespaces inside PDF files',
  'www.xfa.org': 'namespaces of forms inside PDF files',
  'www.ibm.com': 'a document type that old pages declare (parse5)',
  'html.spec.whatwg.org': 'the explanation of a parse error (hast)',
  'github.com': 'who wrote core-js, inside pdf.js',
  'react.dev': 'the explanation of an error number, printed',
  'lexical.dev': 'the explanation of an error number, printed',
  'www.google.com': 'links of pasted documents that go through a counter: the counter is cut off',
  'example.com': 'pdf.js tries whether addresses can be parsed',
  'foo.bar': 'pdf.js tries whether addresses can be parsed',
  a: 'core-js tries whether addresses can be parsed',
  x: 'core-js tries whether addresses can be parsed',
  'a@b': 'core-js tries whether addresses can be parsed',
  'a#б': 'core-js tries whether addresses can be parsed',
  тест: 'core-js tries whether addresses can be parsed',
};

function builtFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? builtFiles(path) : [path];
  });
}

const texts = ['main', 'preload', 'renderer']
  .flatMap((part) => builtFiles(join(out, part)))
  .filter((path) => /\.(?:js|cjs|mjs|css|html|svg)$/.test(path))
  .map((path) => ({ path: path.slice(out.length + 1), text: readFileSync(path, 'utf8') }));

/** Addresses with a host of their own; `https://${x}` is put together from what somebody typed. */
const addresses = texts.flatMap(({ path, text }) =>
  [...text.matchAll(/(?:https?|wss?|ftp):\/\/([^\s/"'`<>\\?$[{)]+)/g)].map(([, host = '']) => ({
    path,
    host,
  })),
);

describe('addresses in the built program', () => {
  it('lead to hosts whose reason is written down, and to no other', () => {
    expect(texts.length).toBeGreaterThan(10);
    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.filter(({ host }) => !(host in known))).toEqual([]);
  });

  it('are in no style sheet and no page: fonts and pictures come from the program itself', () => {
    const remote = texts.filter(
      ({ path, text }) =>
        /\.(?:css|html)$/.test(path) && /(?:url\(|@import|src=|href=)\s*["']?(?:https?:)?\/\//.test(text),
    );
    expect(remote).toEqual([]);
  });

  it('are not asked for by main: no client of the network, no updater, no crash reporter is in it', () => {
    const main = texts.filter(({ path }) => path.startsWith('main'));
    const clients =
      /\b(?:autoUpdater|crashReporter)\b|from\s*["'](?:node:)?(?:https?|http2|net|tls|dgram|dns)["']|require\(["'](?:node:)?(?:https?|http2|net|tls|dgram|dns)["']\)|\bnet\.(?:request|fetch)\(/;
    expect(
      main.flatMap(
        ({ path, text }) =>
          clients
            .exec(text)
            ?.slice(0, 1)
            .map((found) => `${path}: ${found}`) ?? [],
      ),
    ).toEqual([]);
    expect(clients.test('import e from"node:https"')).toBe(true);
  });
});
