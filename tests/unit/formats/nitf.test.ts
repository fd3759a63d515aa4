import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticle } from '#core/article/create';
import type { Article } from '#core/article/schema';
import { story } from '#core/body/fields';
import type { Block } from '#core/body/schema';
import { bodyText } from '#core/body/walk';
import { asPrinted, formatById } from '#core/formats/registry';
import { numberBlocks } from '#core/formats/shared/fold';
import { childOf, parseXml, type XmlElement } from '#core/formats/shared/xml';
import { bodies } from '../../support/bodies';
import { at, paragraph } from '../../support/checking';
import { everyBlock, fullArticle, newsContext } from '../../support/news';
import { nitfErrors } from '../../support/nitf-structure';
import { bytesOf, noContext, textOf } from '../../support/written';

const nitf = formatById('nitf');

function rootOf(article: Article, context = noContext): XmlElement {
  const read = parseXml(textOf(nitf, article, context), { 'http://iptc.org/std/NITF/2006-10-18/': '' });
  if (!read.ok) throw new Error(read.code);
  return read.value;
}

function readBack(article: Article) {
  const read = nitf.read?.(bytesOf(nitf, article, newsContext), { now: at });
  if (!read?.ok) throw new Error(read?.code);
  return read.value;
}

describe('NITF 3.6 by the structure of its schema', () => {
  it('is right for an article that has everything', () =>
    expect(nitfErrors(rootOf(fullArticle(), newsContext))).toEqual([]));
  it('is right for an article that has nothing', () =>
    expect(nitfErrors(rootOf(createArticle('a1', 'en', at)))).toEqual([]));

  it('is right for every body', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(nitfErrors(rootOf({ ...fullArticle(), body }, newsContext))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('the structure would tell of what does not belong', () => {
    const errors = (text: string): string[] => {
      const read = parseXml(text);
      return read.ok ? nitfErrors(read.value) : ['malformed'];
    };
    expect(errors('<nitf><body><p>One</p></body></nitf>')).not.toEqual([]);
    expect(errors('<nitf><head><meta name="x"/></head><body/></nitf>')).not.toEqual([]);
    expect(errors('<nitf><body><body.content>text</body.content></body></nitf>')).not.toEqual([]);
    expect(errors('<nitf><body><body.content><h2>x</h2></body.content></body></nitf>')).not.toEqual([]);
    expect(errors('<nitf><body><body.content><p style="x">x</p></body.content></body></nitf>')).not.toEqual(
      [],
    );
  });
});

describe('a NITF document', () => {
  const root = rootOf(fullArticle(), newsContext);
  const docdata = childOf(root, 'head', 'docdata');

  it('says when it was published and until when it is under embargo', () => {
    expect(docdata && childOf(docdata, 'date.issue')?.attributes.norm).toBe('20260512');
    expect(docdata && childOf(docdata, 'date.release')?.attributes.norm).toBe('20260514T040000Z');
    expect(docdata?.attributes['management-status']).toBe('embargoed');
  });

  it('has no date that the article does not have', () => {
    const text = textOf(nitf, fullArticle({ published: null, embargo: null }));
    expect(text).not.toMatch(/date\.(?:issue|release|publication)/);
  });

  it('tells of corrections', () => expect(textOf(nitf, fullArticle())).toContain('Le pont mesure 80 m.'));

  it('comes back as it went out, block for block and mark for mark', () => {
    const article = { ...fullArticle(), corrections: [] };
    const back = readBack(article);
    const printed = (blocks: readonly Block[]): unknown => numberBlocks(blocks);
    expect(back.blocks).toEqual(printed(everyBlock));
    expect(back.warnings).toEqual([]);
    expect(back).toMatchObject({
      title: 'Varley ouvre son pont',
      standfirst: 'Onze minutes de gagnées.',
      byline: 'Par Inès Calder et Tom Brooke, AFP',
      siteName: 'Agence Littoral',
      language: 'fr',
      published: '2026-05-12',
      tags: ['Transports', 'ports'],
      details: {
        seoHeadline: article.metadata.seoHeadline,
        shortHeadline: article.metadata.shortHeadline,
        dateline: 'Varley',
        rights: article.metadata.rights,
        embargo: article.metadata.embargo,
      },
    });
  });

  it('comes back with every word of any body', () => {
    const words = (blocks: readonly Block[]): string => bodyText(blocks).replace(/[\s☐☑]+/g, '');
    fc.assert(
      fc.property(bodies, (body) => {
        const article = { ...fullArticle({}, [...story(body), paragraph('last', 'Fin.')]), corrections: [] };
        expect(words(readBack(article).blocks)).toBe(words(story(asPrinted(article).body)));
      }),
      { numRuns: 200 },
    );
  });

  it('has no-break spaces as characters', () =>
    expect(textOf(nitf, fullArticle())).toContain(
      '«\u00a0Varley\u00a0» coûte 10\u202f000 &lt;euros&gt; &amp; ',
    ));
});
