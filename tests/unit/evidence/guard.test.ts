import { describe, expect, it } from 'vitest';
import { newClaim, newEvidence } from '#core/claims/create';
import { compareQuotation } from '#core/claims/quote-guard';
import type { Claim, Evidence, Source } from '#core/claims/schema';
import { guardQuestions } from '../../../src/renderer/features/evidence/guard/questions';
import { isAlarming, verdictOf } from '../../../src/renderer/features/evidence/guard/verdict';

const signed = { at: '2026-05-12T08:00:00.000Z', by: 'Ada' };
const claim = (change: Partial<Claim> = {}): Claim => ({
  ...newClaim({ id: 'c', text: '', kind: 'quotation', ...signed }),
  ...change,
});
const evidence = (source: Source, quote = ''): Evidence => ({
  ...newEvidence(source, { id: 'e', ...signed }),
  quote,
});
const file = (extension: 'pdf' | 'mp3' | 'html'): Source => ({
  type: 'file',
  sha256: '0'.repeat(64),
  extension,
  name: '',
  size: 1,
});
const web: Source = { type: 'web', url: '', title: '', publisher: '', date: null, accessed: null };
const passage = (text: string): Source => ({ type: 'passage', text, from: '' });

describe('what the quote guard asks', () => {
  it('compares a quotation with the text of a file', () => {
    const [question, ...others] = guardQuestions(claim(), evidence(file('pdf')), 'Le pont tiendra');
    expect(question).toMatchObject({ subject: 'copy', words: 'Le pont tiendra', against: { type: 'file' } });
    expect(others).toEqual([]);
  });

  it('compares with the words that were noted where a source has no text of its own', () => {
    for (const source of [web, file('mp3')])
      expect(guardQuestions(claim(), evidence(source, 'Il tiendra.'), 'Il tiendra')).toEqual([
        { subject: 'copy', words: 'Il tiendra', against: { type: 'words', text: 'Il tiendra.' } },
      ]);
    expect(guardQuestions(claim(), evidence(web), 'Il tiendra')).toEqual([]);
  });

  it('looks for the words that were noted in the file that they are said to be from', () => {
    const questions = guardQuestions(
      claim({ kind: 'number' }),
      evidence(file('html'), '12 millions'),
      '12 M',
    );
    expect(questions).toMatchObject([{ subject: 'noted', words: '12 millions' }]);
  });

  it('takes what stands between the marks of a claim that is more than a quotation', () => {
    const copy = '«\u00a0Il tiendra\u00a0», dit-elle, «\u00a0deux hivers.\u00a0»';
    const [question] = guardQuestions(claim({ kind: 'attribution' }), evidence(passage('x')), copy);
    expect(question?.words).toBe('Il tiendra […] deux hivers.');
    expect(guardQuestions(claim({ kind: 'number' }), evidence(passage('x')), '12 millions')).toEqual([]);
  });

  it('compares the original words of a translated quotation, and nothing while they are not known', () => {
    const quotation = { speaker: '', said: null, original: null, translated: true };
    const original = { language: 'en', text: 'It will hold.' };
    const asked = (one: Claim) => guardQuestions(one, evidence(passage('It will hold.')), 'Il tiendra')[0];
    expect(asked(claim({ quotation }))?.words).toBeNull();
    expect(asked(claim({ quotation: { ...quotation, original } }))?.words).toBe('It will hold.');
  });
});

describe('what a checker sees of a comparison', () => {
  const source = 'Elle a dit : Le pont tiendra encore deux hivers, pas davantage, selon nous. Puis rien.';
  const seen = (words: string) => verdictOf(compareQuotation(words, source), source);

  it('is the source’s own words, and where they stand', () => {
    const verdict = seen('Le pont tiendra encore deux hivers');
    expect(verdict).toMatchObject({
      verdict: 'identical',
      sourceWords: 'Le pont tiendra encore deux hivers',
      locator: { type: 'quote', exact: 'Le pont tiendra encore deux hivers', prefix: 'Elle a dit : ' },
    });
    expect(isAlarming(verdict.verdict)).toBe(false);
  });

  it('is the whole stretch where the copy cuts', () => {
    const verdict = seen('Le pont tiendra […] pas davantage');
    expect(verdict.verdict).toBe('elided');
    expect(verdict.sourceWords).toBe('Le pont tiendra encore deux hivers, pas davantage');
  });

  it('is the difference, and an alarm, where words differ or are not there', () => {
    const altered = seen('Le pont tiendra encore trois hivers, pas davantage');
    expect(
      altered.pieces.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => [kind, text.trim()]),
    ).toEqual([
      ['removed', 'deux'],
      ['added', 'trois'],
    ]);
    const missing = seen('Nous avons tenu le budget comme promis');
    expect(missing).toEqual({ verdict: 'not-found', pieces: [], sourceWords: '', locator: null });
    expect([altered, missing].map(({ verdict }) => isAlarming(verdict))).toEqual([true, true]);
  });
});
