import { articleAt } from './desk/article.mjs';
import { Random } from './desk/random.mjs';

/** How many articles are read to learn which words are rare and which are common. */
const sample = 1_500;

/**
 * What is asked of a generated desk: `{ kind, query, typing, words }[]`, the same every time. `words` is what stands
 * in the query as plain text, null where it is more than that. 40 rare words, 40 common ones, 30 phrases, 40
 * beginnings of words as they are typed, 50 filters, alone and with words.
 */
export function questionsFor(plan) {
  const random = new Random(plan.seed, 900);
  const texts = Array.from({ length: sample }, () => linesOf(articleAt(plan, random.below(plan.articles))));
  const known = frequencies(texts);
  const rare = known.filter(([word, count]) => count === 1 && word.length > 5).map(([word]) => word);
  const common = known.filter(([word]) => word.length > 3).map(([word]) => word);
  const any = () => common[Math.floor(common.length * random.next() ** 3)];
  return [
    ...taken(random, rare, 40).map((word) => ({ kind: 'rare', ...plain(word) })),
    ...common.slice(0, 40).map((word) => ({ kind: 'common', ...plain(word) })),
    ...phrasesOf(random, texts, 30).map((words) => ({ kind: 'phrase', ...plain(words, `"${words}"`) })),
    ...Array.from({ length: 40 }, () => any().slice(0, random.between(2, 6))).map((word) => ({
      kind: 'prefix',
      ...plain(word),
      typing: true,
    })),
    ...filtersOf(plan, random, any).map((query) => ({ kind: 'filter', query, typing: false, words: null })),
  ];
}

function plain(words, query = words) {
  return { query, typing: false, words };
}

/** The story’s paragraphs; a claim may part one into runs. */
function linesOf({ body }) {
  return body.flatMap(({ type, content }) =>
    type === 'paragraph' ? [content.map(({ text }) => text).join('')] : [],
  );
}

/** Words by the number of texts in which they stand, the most frequent first. */
function frequencies(texts) {
  const counts = new Map();
  for (const lines of texts)
    for (const word of new Set(
      lines
        .join(' ')
        .toLowerCase()
        .match(/\p{L}+/gu) ?? [],
    ))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([one, count], [other, more]) => more - count || (one < other ? -1 : 1));
}

function taken(random, list, count) {
  const left = [...list];
  return Array.from({ length: count }, () => left.splice(random.below(left.length), 1)[0]);
}

/** Two to four words in a row, as somebody would look for them. */
function phrasesOf(random, texts, count) {
  const found = new Set();
  while (found.size < count) {
    const line = random.pick(random.pick(texts)) ?? '';
    const stretches = line
      .toLowerCase()
      .match(/(?<![\p{L}\p{N}’-])\p{L}{3,}(?: \p{L}{2,}){1,3}(?![\p{L}\p{N}’-])/gu);
    if (stretches) found.add(random.pick(stretches));
  }
  return [...found];
}

function filtersOf(plan, random, any) {
  const tag = () => random.pick(plan.tags).id;
  const section = () => `section:"${random.pick(plan.sections)}"`;
  const by = () => `by:"${random.pick(plan.bylines).split(' ').at(-1)}"`;
  const year = () => random.between(2017, 2025);
  const forms = [
    () => `tag:${tag()}`,
    () => section(),
    () => `${by()} status:published`,
    () => `date:${year()}-01..2025-12 ${any()}`,
    () => 'has:stale',
    () => `lang:en ${any()} ${any()}`,
    () => `claim:open ${section()}`,
    () => `${any()} -${any()}`,
    () => `${any()} OR ${any()}`,
    () => `${any()} ${section()} date:${year()}-03`,
  ];
  return Array.from({ length: 50 }, (_, at) => forms[at % forms.length]());
}
