const vocabulary =
  'le conseil a voté mardi un budget de trois millions pour la rénovation du port et des quais selon la maire qui rappelle que les travaux dureront deux ans malgré l’avis des riverains'.split(
    ' ',
  );

/** A story of about `words` words in paragraphs of eighty, with `claims` claims spread over it; the same every time. */
export function makeStory(words, claims) {
  const paragraphs = Math.ceil(words / 80);
  const every = claims > 0 ? Math.max(1, Math.floor(paragraphs / claims)) : Number.POSITIVE_INFINITY;
  const perParagraph = Math.max(1, Math.ceil(claims / paragraphs));
  const blocks = [];
  const records = [];
  for (let index = 0; index < paragraphs; index += 1) {
    const text = (from, count) =>
      Array.from({ length: count }, (_, at) => vocabulary[(index * 7 + from + at) % vocabulary.length]).join(
        ' ',
      );
    const content = [];
    let used = 0;
    for (let slot = 0; slot < perParagraph && index % every === 0 && records.length < claims; slot += 1) {
      const id = `k${records.length + 1}`;
      content.push(
        { type: 'text', text: `${text(used, 10)} ` },
        { type: 'text', text: text(used + 10, 3), claims: [id] },
        { type: 'text', text: ' ' },
      );
      records.push({
        id,
        text: text(used + 10, 3),
        note: '',
        evidence: [],
        outcomes: [],
        created: '2026-05-12T09:00:00.000Z',
      });
      used += 13;
    }
    content.push({ type: 'text', text: `${text(used, Math.max(5, 80 - used))}.` });
    blocks.push({ id: `b${index + 1}`, type: 'paragraph', content: joinRuns(content) });
  }
  return { blocks, claims: records };
}

function joinRuns(content) {
  return content.reduce((runs, run) => {
    const last = runs.at(-1);
    if (last && !last.claims && !run.claims) last.text += run.text;
    else runs.push({ ...run });
    return runs;
  }, []);
}

/** The story as an `article.json`. */
export function makeArticle(id, { blocks, claims }) {
  const field = (type, text) => ({ id: type, type, content: [{ type: 'text', text }] });
  const article = {
    id,
    metadata: {
      language: 'fr',
      status: 'in-check',
      tags: [],
      slug: 'bench',
      section: '',
      published: '2026-05-12',
      source: '',
      notes: '',
      created: '2026-05-12T09:00:00.000Z',
      modified: '2026-05-12T09:00:00.000Z',
    },
    body: [
      field('headline', 'Un titre'),
      field('standfirst', 'Un chapô'),
      field('byline', 'Une signature'),
      ...blocks,
    ],
    claims,
    queries: [],
    cuts: [],
    original: null,
  };
  return `${JSON.stringify({ format: 'marbre-article', version: 1, article }, null, 2)}\n`;
}
