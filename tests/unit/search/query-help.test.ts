import { describe, expect, it } from 'vitest';
import { languages } from '#core/article/values';
import { createTranslate } from '#core/messages/index';
import { queryHelp, queryHelpSentence, queryProblemSentence } from '#core/messages/search';
import { parseQuery } from '#core/search/parse-query';
import { queryProblemCodes } from '#core/search/query';
import { knownValues } from '#core/search/query-fields';

const context = { today: '2026-03-10', typing: false };

const mistakes: Readonly<Record<(typeof queryProblemCodes)[number], string>> = {
  unclosed: '"port',
  'unknown-field': 'tga:port',
  'unknown-value': 'claim:opne',
  'bad-date': 'date:2026-13',
  'no-value': 'tag:',
  dangling: 'OR port',
  'too-long': 'a '.repeat(100),
};

describe.each(languages)('help with queries in %s', (language) => {
  const t = createTranslate(language);

  it.each(queryProblemCodes)('says what is wrong: %s', (code) => {
    const [problem] = parseQuery(mistakes[code], context).problems;
    expect(problem?.code).toBe(code);
    expect(problem && queryProblemSentence(t, problem)).toMatch(/\.$/);
    expect(problem && queryProblemSentence(t, problem)).not.toMatch(/\{\{|search\./);
  });

  it.each(queryHelp)('has an example that works for $key', (help) => {
    const { query, problems } = parseQuery(help.example[language], context);
    expect(problems).toEqual([]);
    expect(query.type).not.toBe('all');
    expect(queryHelpSentence(t, help)).not.toMatch(/\{\{|search\./);
  });

  it.each(['claim', 'has', 'lang'] as const)(
    'lists every value of %s by a name that is understood',
    (field) => {
      const listed = t(`search.known.${field}`).split(', ');
      const { problems } = parseQuery(`${field}:${listed.join(',')}`, context);
      expect(problems).toEqual([]);
      expect(listed).toHaveLength(new Set(knownValues[field].values()).size);
    },
  );
});
