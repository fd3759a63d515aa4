import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '#core/article/schema';
import { createDesk, type DeskStore, SearchIndex } from '#storage/index';
import { articleOf, claimIn, web, withClaim, withOutcome, withRecord } from '../../support/checking';

describe('what the checking desk looks up across articles', () => {
  let desk: DeskStore;
  let index: SearchIndex;
  beforeEach(async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'marbre-lookups-')), 'Desk');
    const made = await createDesk(folder, { name: 'Desk', language: 'fr' });
    if (!made.ok) throw new Error(made.code);
    desk = made.value;
    const opened = await SearchIndex.open({
      desk,
      file: join(folder, '.marbre', 'index.sqlite'),
      worker: null,
    });
    if (!opened.ok) throw new Error(opened.code);
    index = opened.value;
  });
  afterEach(() => index.close());

  const add = async (id: string, article: Article): Promise<void> => {
    await desk.articles.create({ ...article, id });
    await index.reconcile();
  };
  const bridge = withClaim(articleOf(['Le pont de Valmeur mesure 212 mètres.']), 'k1', '212 mètres');

  it('finds articles whose claims share words with a new one, the most promising first', async () => {
    await add('a1', withClaim(articleOf(['La gare de Valmeur date de 1931.']), 'k1', 'gare de Valmeur'));
    await add('a2', withClaim(articleOf(['Le pont de Valmeur est long.']), 'k1', 'pont de Valmeur'));
    await add('a3', articleOf(['Le pont de Valmeur, sans rien à vérifier.']));
    expect(index.claimsLike('le pont de Valmeur', 10)).toEqual(['a2', 'a1']);
    expect(index.claimsLike('un glacier', 10)).toEqual([]);
    expect(index.claimsLike('« » — …', 10)).toEqual([]);
  });

  it('finds what a source says, unless the source is confidential', async () => {
    const said = (sensitivity: 'public' | 'confidential'): Article => {
      const claim = claimIn(bridge, 'k1');
      return withRecord(bridge, {
        ...claim,
        evidence: [web('e1', { quote: 'Tablier refait en granit', sensitivity })],
      });
    };
    await add('a1', said('public'));
    await add('a2', said('confidential'));
    expect(index.claimsLike('granit', 10)).toEqual(['a1']);
  });

  it('knows every outcome that was ever given', async () => {
    await add('a1', withOutcome(bridge, 'k1'));
    await add('a2', withOutcome(withOutcome(bridge, 'k1'), 'k1', { value: 'wrong' }));
    expect([...index.outcomesUsed()].sort()).toEqual(['confirmed', 'wrong']);
  });
});
