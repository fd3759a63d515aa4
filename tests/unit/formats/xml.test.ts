import { describe, expect, it } from 'vitest';
import { childOf, escapeAttribute, escapeText, parseXml, tag, textOf } from '#core/formats/shared/xml';

describe('XML', () => {
  it('names elements and attributes by what their namespaces are, not by their prefixes', () => {
    const read = parseXml('<a:doc xmlns:a="urn:w" xmlns:b="urn:o" a:id="1" plain="2"><b:x>t</b:x></a:doc>', {
      'urn:w': 'w',
    });
    if (!read.ok) throw new Error(read.code);
    expect(read.value.name).toBe('w:doc');
    expect({ ...read.value.attributes }).toMatchObject({ 'w:id': '1', plain: '2' });
    expect(textOf(childOf(read.value, '{urn:o}x') ?? '')).toBe('t');
  });

  it.each([
    ['an entity that a document declares', '<!DOCTYPE a [<!ENTITY x "boom">]><a>&x;</a>'],
    ['a file from outside', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['a bomb of entities', '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><a>&b;</a>'],
    ['a document that is cut off', '<a><b>text</b>'],
    ['a prefix that nobody declared', '<x:a/>'],
  ])('refuses %s', (_what, text) => {
    expect(parseXml(text)).toMatchObject({ ok: false, code: 'input.malformed' });
  });

  it('refuses a document that is nested without end, and stays on its feet', () => {
    const deep = '<a>'.repeat(100_000) + '</a>'.repeat(100_000);
    expect(parseXml(deep)).toMatchObject({ ok: false, code: 'input.too-large' });
  });

  it('does not take an attribute for what every object has', () => {
    const read = parseXml('<a __proto__="x" constructor="y"/>');
    if (!read.ok) throw new Error(read.code);
    expect(read.value.attributes.toString).toBeUndefined();
    expect(read.value.attributes.constructor).toBe('y');
  });

  it('writes what it reads back, and leaves out what XML cannot hold', () => {
    const text = 'a < b & "c" > d\u0000\u0007 \ud800 \u{1f5de}\r\n\tend';
    const kept = 'a < b & "c" > d \ufffd \u{1f5de}';
    const read = parseXml(tag('a', { b: text, none: undefined }, escapeText(text)));
    if (!read.ok) throw new Error(read.code);
    expect(read.value.attributes.b).toBe(`${kept}\r\n\tend`);
    expect(textOf(read.value)).toBe(`${kept}\r\n\tend`);
    expect(escapeAttribute('"')).toBe('&quot;');
  });
});
