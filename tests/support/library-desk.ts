import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createArticle, withHeadline } from '#core/article/create';
import { serializeArticle } from '#core/article/envelope';
import type { Article, Language } from '#core/article/schema';
import { slugify } from '#core/article/slug';
import type { Block } from '#core/body/schema';
import { blankTag } from '#core/desk/defaults';
import type { Tag } from '#core/desk/schema';
import type { TagColour } from '#core/desk/values';
import { createDesk } from '#storage/index';

/** A story of a made-up coast, as a line of a table. */
export interface Story {
  readonly id: string;
  readonly headline: string;
  readonly story: string;
  readonly language?: Language;
  readonly metadata?: Partial<Article['metadata']>;
}

const moment = '2026-05-12T09:00:00.000Z';

/** Stories that tests look for by name. */
export const namedStories: readonly Story[] = [
  {
    id: 'ferry01',
    headline: 'Le bac de Sainte-Aure reprend ses traversées',
    story: 'La régie a réparé le moteur du bac. Les élèves de l’île retrouvent leur école lundi.',
    language: 'fr',
    metadata: { tags: ['ferry', 'schools'], section: 'Vie locale', status: 'in-check' },
  },
  {
    id: 'ferry02',
    headline: 'Bac de Sainte-Aure : la panne de moteur coûte cher à la régie',
    story: 'Le moteur du bac est tombé en panne en avril. La régie chiffre la réparation du moteur.',
    language: 'fr',
    metadata: { tags: ['ferry'], section: 'Vie locale', status: 'raw' },
  },
  {
    id: 'wall01',
    headline: 'Harbour wall to be raised before the autumn storms',
    story: 'The council will raise the harbour wall by a metre. Work on the wall begins in June.',
    metadata: { tags: ['harbour'], section: 'Council', status: 'ready', published: '2026-05-11' },
  },
  {
    id: 'wall02',
    headline: 'A wall of daffodils at the harbour',
    story: 'Volunteers have planted daffodils in front of the old customs house.',
    metadata: { tags: ['harbour', 'gardens'], section: 'Life', status: 'published', published: '2026-04-02' },
  },
];

const places = ['Harwick', 'Penlow', 'Sainte-Aure', 'Vieux-Moulin', 'Corran', 'Les Salines'];
const subjects = [
  'bus timetable',
  'library roof',
  'market square',
  'oyster beds',
  'lighthouse',
  'swimming pool',
];

/** Fill: short notes that differ in place and subject. */
function filler(count: number): Story[] {
  return Array.from({ length: count }, (_, index) => {
    const place = places[index % places.length] ?? '';
    const subject = subjects[Math.floor(index / places.length) % subjects.length] ?? '';
    return {
      id: `note${String(index).padStart(4, '0')}`,
      headline: `${place}: note ${index + 1} on the ${subject}`,
      story: `Somebody in ${place} has asked about the ${subject}, and nobody has answered yet.`,
      metadata: { section: index % 3 === 0 ? 'Council' : 'Life', tags: index % 5 === 0 ? ['gardens'] : [] },
    };
  });
}

const tags: readonly (readonly [string, string, string, TagColour | null])[] = [
  ['ferry', 'Bac', 'Ferry', 'blue'],
  ['harbour', 'Port', 'Harbour', 'teal'],
  ['schools', 'Écoles', 'Schools', 'orange'],
  ['gardens', 'Jardins', 'Gardens', 'green'],
];

export function articleOfStory({ id, headline, story, language = 'en', metadata }: Story): Article {
  const blank = createArticle(id, language, moment);
  const paragraph: Block = { id: 'p1', type: 'paragraph', content: [{ type: 'text', text: story }] };
  const body = [...withHeadline(blank.body, headline).filter(({ type }) => type !== 'paragraph'), paragraph];
  return { ...blank, metadata: { ...blank.metadata, slug: slugify(headline), ...metadata }, body };
}

/** Writes an article into a desk as any other program would; returns its file. */
export function writeStory(desk: string, story: Story): string {
  const article = articleOfStory(story);
  const folder = join(desk, 'articles', `${article.metadata.slug}--${article.id}`);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'article.json');
  writeFileSync(file, serializeArticle(article));
  return file;
}

/** Folders that no program of today can read. */
function writeProblems(desk: string): void {
  const whole = readFileSync(writeStory(desk, { ...broken, id: 'whole01' }), 'utf8');
  const problems: readonly (readonly [string, string])[] = [
    ['torn--torn001', whole.slice(0, whole.length / 2)],
    ['newer--newer01', whole.replace(/"version": ?\d+/, '"version": 999').replace('whole01', 'newer01')],
    ['foreign--foreign', '{"some":"other program"}'],
  ];
  for (const [folder, content] of problems) {
    mkdirSync(join(desk, 'articles', folder), { recursive: true });
    writeFileSync(join(desk, 'articles', folder, 'article.json'), content);
  }
  mkdirSync(join(desk, 'articles', 'half-written--half001'));
}

const broken: Story = { id: 'broken', headline: 'A note that is whole', story: 'And nothing else.' };

export interface LibraryDesk {
  readonly folder: string;
  /** Settings with which the app opens this desk. */
  readonly userData: string;
}

/** A desk of `count` articles and four folders that cannot be read, and settings that lead to it. */
export async function makeLibraryDesk(count = 60, language: Language = 'en'): Promise<LibraryDesk> {
  const userData = mkdtempSync(join(tmpdir(), 'marbre-library-'));
  const folder = join(userData, 'Coast');
  const created = await createDesk(folder, { name: 'Coast', language });
  if (!created.ok) throw new Error(created.code);
  const vocabulary = {
    format: 'marbre-vocabulary',
    version: 2,
    tags: tags.map(
      ([id, fr, en, colour]): Tag => ({ ...blankTag, id, labels: { fr, en }, aliases: [], colour }),
    ),
  };
  writeFileSync(join(folder, 'vocabulary.json'), JSON.stringify(vocabulary));
  if (count > 0) {
    for (const story of [...filler(count - namedStories.length - 1), ...namedStories])
      writeStory(folder, story);
    writeProblems(folder);
  }
  const { id, name } = created.value.settings;
  writeFileSync(join(userData, 'settings.json'), JSON.stringify({ recentDesks: [{ id, name, folder }] }));
  return { folder, userData };
}
