import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serializeArticle } from '#core/article/envelope';
import { blankTag } from '#core/desk/defaults';
import type { Tag } from '#core/desk/schema';
import { createDesk } from '#storage/index';
import { hostileArticle } from './hostile';

export interface HostileDesk {
  readonly userData: string;
  readonly folder: string;
  /** A file outside of the desk that nothing may show or change. */
  readonly canary: string;
}

export const secret = 'the canary sings outside of the desk';
const payload = '"><img src=x onerror=canary()><script>canary()</script>';

/** A desk that somebody has prepared: every name on it is a payload, and an article has one in every text. */
export async function makeHostileDesk(): Promise<HostileDesk> {
  const userData = mkdtempSync(join(tmpdir(), 'marbre-hostile-'));
  const folder = join(userData, 'Desk');
  const canary = join(userData, 'canary.txt');
  writeFileSync(canary, secret);
  const created = await createDesk(folder, { name: payload, language: 'en' });
  if (!created.ok) throw new Error(created.code);
  const tags: Tag[] = ['constructor', '__proto__', 'port', payload].map((id, index) => ({
    ...blankTag,
    id,
    labels: { en: `${payload} ${index}`, fr: `\u202e${payload} ${index}` },
    aliases: [`<svg onload=canary()>${index}`],
  }));
  writeFileSync(
    join(folder, 'vocabulary.json'),
    JSON.stringify({ format: 'marbre-vocabulary', version: 2, tags }),
  );
  changeSettings(join(folder, 'desk.json'));
  const template = { id: 'constructor', name: payload, language: 'en', body: [] };
  writeFileSync(
    join(folder, 'templates.json'),
    JSON.stringify({ format: 'marbre-templates', version: 1, templates: [template] }),
  );
  const article = hostileArticle('hostile1');
  const place = join(folder, 'articles', `${article.metadata.slug}--${article.id}`);
  mkdirSync(place, { recursive: true });
  mkdirSync(join(place, 'assets'));
  const picture = Buffer.from('\x89PNG\r\n\x1a\n a picture that no reader has to draw', 'latin1');
  const sha256 = createHash('sha256').update(picture).digest('hex');
  writeFileSync(join(place, 'assets', `${sha256}.png`), picture);
  writeFileSync(join(place, 'article.json'), serializeArticle(article).replaceAll('a'.repeat(64), sha256));
  mkdirSync(join(folder, 'articles', '<img src=x onerror=canary()>--"broken'));
  const { id } = created.value.settings;
  const recentDesks = [{ id, name: payload, folder }];
  writeFileSync(join(userData, 'settings.json'), JSON.stringify({ recentDesks }));
  return { userData, folder, canary };
}

/** Payloads in what the desk calls its statuses, outcomes and searches. */
function changeSettings(file: string): void {
  const desk = JSON.parse(readFileSync(file, 'utf8'));
  const labels = { en: '<img src=x onerror=canary()>', fr: '<svg onload=canary()>' };
  desk.statuses.push({ id: 'constructor', labels, stage: 'in-progress' });
  desk.outcomeScale.push({
    id: 'constructor',
    labels,
    counts: 'verified',
    needsEvidence: false,
    withChange: false,
  });
  desk.searches.push({
    id: 'constructor',
    name: payload,
    query: 'canary "><script>canary()</script>',
    sort: { by: 'modified', descending: true },
    pinned: true,
  });
  writeFileSync(file, JSON.stringify(desk));
}
