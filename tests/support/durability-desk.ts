import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createArticle, withHeadline } from '#core/article/create';
import { parseArticle, serializeArticle } from '#core/article/envelope';
import type { Article } from '#core/article/schema';
import { textRun } from '#core/body/normalize';
import type { Body } from '#core/body/schema';
import { bodyText } from '#core/body/walk';
import { createDesk } from '#storage/index';

/** A desk of its own for tests that break what it stands on. */
export interface TestDesk {
  readonly folder: string;
  readonly id: string;
  /** The ids of its articles. */
  readonly articles: readonly string[];
}

/** Where articles of a test desk lie. */
export const folderOf = (desk: string, id: string): string => join(desk, 'articles', `story--${id}`);

/** The text of a body as the editor shows it: one line for each block. */
export function shownText(body: Body): string {
  return body.map((block) => bodyText([block], '\n')).join('\n');
}

/** A story as plain as can be: what is typed goes to its end. */
export function plainArticle(id: string, text = 'Begun.'): Article {
  const article = createArticle(id, 'en', '2026-05-12T09:00:00.000Z');
  const body = withHeadline(article.body, `Story ${id}`);
  return {
    ...article,
    body: body.map((block) => (block.type === 'paragraph' ? { ...block, content: [textRun(text)] } : block)),
  };
}

/** A desk in `folder` with the articles `test000001` and so on. */
export async function makeTestDesk(folder: string, count = 1): Promise<TestDesk> {
  const created = await createDesk(folder, { name: 'Proof', language: 'en' });
  if (!created.ok) throw new Error(`no desk: ${created.code}`);
  const articles = Array.from({ length: count }, (_, index) => `test${String(index + 1).padStart(6, '0')}`);
  for (const id of articles) {
    mkdirSync(folderOf(folder, id), { recursive: true });
    writeFileSync(join(folderOf(folder, id), 'article.json'), serializeArticle(plainArticle(id)));
  }
  return { folder, id: created.value.settings.id, articles };
}

/** The settings folder of an app that opens this desk, and this article of it. */
export function settingsFor({ folder, id }: TestDesk, lastArticle: string | null, userData?: string): string {
  const place = userData ?? mkdtempSync(join(tmpdir(), 'marbre-proof-'));
  const file = join(place, 'settings.json');
  const recentDesks = [{ id, name: 'Proof', folder }];
  writeFileSync(file, JSON.stringify({ recentDesks, lastArticle }));
  return place;
}

/** An article's file as anybody would read it. */
export function articleFile(desk: string, id: string): Article {
  const parsed = parseArticle(readFileSync(join(folderOf(desk, id), 'article.json'), 'utf8'));
  if (!parsed.ok) throw new Error(`article ${id} is not whole: ${parsed.code}`);
  return parsed.value;
}

/** What its file holds, one line for each block. */
export const fileText = (desk: string, id: string): string => shownText(articleFile(desk, id).body);

const deskNames = new Set(['desk.json', 'vocabulary.json', 'articles', 'trash']);
const articleNames = new Set(['article.json', 'history']);

/** What a person who looks into the desk would see and not know. */
export function strangers(desk: string): string[] {
  const visible = (folder: string): string[] => readdirSync(folder).filter((name) => !name.startsWith('.'));
  const found = visible(desk).filter((name) => !deskNames.has(name));
  for (const name of visible(join(desk, 'articles'))) {
    const folder = join(desk, 'articles', name);
    found.push(...visible(folder).filter((entry) => !articleNames.has(entry)));
    const history = join(folder, 'history');
    if (visible(folder).includes('history'))
      found.push(...visible(history).filter((entry) => !entry.endsWith('.json')));
  }
  return found;
}

/** The versions of an article that its history keeps. */
export function keptTexts(desk: string, id: string): string[] {
  const folder = join(folderOf(desk, id), 'history');
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => {
        const parsed = parseArticle(readFileSync(join(folder, name), 'utf8'));
        return parsed.ok ? shownText(parsed.value.body) : '';
      });
  } catch {
    return [];
  }
}
