import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createArticle } from '#core/article/create';
import { parseArticle, serializeArticle } from '#core/article/envelope';
import type { Article } from '#core/article/schema';
import { composeBody, fieldText } from '#core/body/fields';
import { placeholders } from '#core/body/measures';
import { textRun } from '#core/body/normalize';
import type { Block } from '#core/body/schema';
import { bodyText } from '#core/body/walk';
import { isStarter, starterById, starters } from '#core/desk/starters/index';
import { defaultStatuses } from '#core/desk/statuses';
import { articleFromTemplate, templateFrom, templateId } from '#core/desk/template-edit';
import { mostTemplates, templateSchema } from '#core/desk/templates';
import { createDesk, type DeskStore } from '#storage/index';

const now = '2026-05-12T09:30:00.000Z';
const beginning = { id: 'new1', now, statuses: defaultStatuses() };

function articleWith(headline: string, blocks: readonly Block[]): Article {
  const article = createArticle('a1', 'fr', now);
  return {
    ...article,
    metadata: {
      ...article.metadata,
      section: 'Mer',
      status: 'in-check',
      tags: ['port'],
      notes: 'Rappeler la capitainerie.',
      target: { unit: 'words', count: 300 },
      slug: 'old',
      published: '2026-05-12',
      seoHeadline: 'Autre',
      embargo: { until: now, zone: 'Europe/Paris' },
    },
    body: composeBody({ headline, standfirst: 'Le point du jour.', byline: 'Inès Morel' }, blocks),
  };
}

const paragraph: Block = {
  id: 'p1',
  type: 'paragraph',
  content: [
    textRun('La météo, ', [], ['c1'], { comments: ['k1'] }),
    textRun('demain', ['bold'], [], { inserted: 's1' }),
    textRun('aujourd’hui', [], [], { deleted: 's2' }),
    textRun('.'),
  ],
};
const picture: Block = {
  id: 'x1',
  type: 'picture',
  asset: `${'a'.repeat(64)}.png`,
  alt: '',
  width: 100,
  content: [],
  credit: [],
};

describe('an article as a template', () => {
  const template = templateFrom(articleWith('Le port attend', [paragraph, picture]), ' La météo ');

  it('keeps the words and what is the same each time', () => {
    expect(template).toMatchObject({
      id: 'la-meteo',
      name: 'La météo',
      language: 'fr',
      section: 'Mer',
      status: 'in-check',
      tags: ['port'],
      notes: 'Rappeler la capitainerie.',
      target: { unit: 'words', count: 300 },
    });
    expect(templateSchema.safeParse(template).success).toBe(true);
  });

  it('leaves claims, comments, undecided changes and pictures behind', () => {
    expect(JSON.stringify(template.body)).not.toMatch(/claims|comments|inserted|deleted|picture/);
    expect(bodyText(template.body)).toContain('La météo, aujourd’hui.');
  });

  it.each([
    ['Le port attend', '[TK Le port attend]'],
    ['', ''],
    ['La météo du [TK jour]', 'La météo du [TK jour]'],
  ])('makes a gap of the headline: %j', (headline, model) =>
    expect(fieldText(templateFrom(articleWith(headline, [paragraph]), 'x').body, 'headline')).toBe(model),
  );

  it('leaves a line to write in where there were only pictures', () => {
    const { body } = templateFrom(articleWith('', [picture]), 'x');
    expect(body.map(({ type }) => type)).toEqual(['headline', 'standfirst', 'byline', 'paragraph']);
  });

  it.each([
    ['Brève', 'breve'],
    ['?', 'template'],
    ['Starter pack', 'own-starter-pack'],
  ])('is known by its name: %s', (name, id) => {
    expect(templateId(name)).toBe(id);
    expect(isStarter(templateId(name))).toBe(false);
  });

  it('begins an article that is new in everything else', () => {
    const article = articleFromTemplate(template, beginning);
    expect(article.metadata).toMatchObject({
      slug: 'la-meteo',
      status: 'in-check',
      section: 'Mer',
      created: now,
      published: null,
      seoHeadline: '',
      embargo: null,
    });
    expect(parseArticle(serializeArticle(article))).toEqual({ ok: true, value: article });
  });

  it('begins with the first status where the desk no longer has its own', () => {
    const statuses = defaultStatuses().filter(({ id }) => id !== 'in-check');
    expect(articleFromTemplate(template, { ...beginning, statuses }).metadata.status).toBe('in-progress');
  });
});

describe('what every desk has ready', () => {
  it.each(starters('fr').map((one) => [one.id, one] as const))('%s is whole', (id, starter) => {
    expect(templateSchema.safeParse(starter).error).toBeUndefined();
    expect(starterById(id)).toEqual(starter);
    const article = articleFromTemplate(starter, beginning);
    expect(parseArticle(serializeArticle(article)).ok).toBe(true);
    // Each bracket is one gap that the gate names: nobody can publish a starter by mistake.
    const brackets = bodyText(article.body).match(/\[/g) ?? [];
    expect(placeholders(article.body).length).toBe(brackets.length);
    expect(brackets.length).toBeGreaterThan(3);
    expect(article.metadata.slug).not.toContain('tk');
  });

  it('has the desk’s own language first, and the same set in both', () => {
    expect(starters('en').map(({ language }) => language)).toEqual([
      ...Array(4).fill('en'),
      ...Array(4).fill('fr'),
    ]);
  });

  it('spaces French signs as French desks do', () => {
    for (const { body, notes, language } of starters('fr'))
      if (language === 'fr') expect(`${bodyText(body)} ${notes}`).not.toMatch(/[^\u00a0] ?[:;!?»](?!\/)|« /);
  });
});

describe('the templates of a desk on disk', () => {
  let desk: DeskStore;
  const file = () => join(desk.folder, 'templates.json');
  const named = (name: string) => templateFrom(articleWith('Titre', [paragraph]), name);
  const namesIn = async () => {
    const list = await desk.templates();
    return list.ok ? list.value.map(({ name }) => name) : list.code;
  };
  beforeEach(async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'marbre-templates-')), 'desk');
    const created = await createDesk(folder, { name: 'Desk', language: 'fr' });
    if (!created.ok) throw new Error(created.code);
    desk = created.value;
  });

  it('are none before one is saved', async () => expect(await namesIn()).toEqual([]));

  it('are saved, replaced where they stand, and removed', async () => {
    for (const name of ['Brève', 'Interview']) await desk.saveTemplate(named(name));
    await desk.saveTemplate({ ...named('BRÈVE'), notes: 'neuf' });
    expect(await namesIn()).toEqual(['BRÈVE', 'Interview']);
    await desk.removeTemplate('breve');
    await desk.removeTemplate('breve');
    expect(await namesIn()).toEqual(['Interview']);
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({
      format: 'marbre-templates',
      version: 1,
    });
    expect(readdirSync(desk.folder).filter((name) => /lock|tmp/.test(name))).toEqual([]);
  });

  it('are all kept when several are saved at once', async () => {
    const names = Array.from({ length: 8 }, (_, at) => `Modèle ${at}`);
    await Promise.all(names.map((name) => desk.saveTemplate(named(name))));
    const kept = await namesIn();
    expect([...kept].sort()).toEqual(names);
  });

  it.each([
    ['damaged', '{"format":"marbre-templates",', 'template.invalid'],
    ['something else', '{"format":"other","version":1,"templates":[]}', 'template.invalid'],
    ['newer', '{"format":"marbre-templates","version":2,"forms":[]}', 'template.newer-version'],
  ])('are left alone where the file is %s', async (_name, content, code) => {
    writeFileSync(file(), content);
    expect(await namesIn()).toBe(code);
    expect(await desk.saveTemplate(named('x'))).toMatchObject({ code });
    expect(await desk.removeTemplate('x')).toMatchObject({ code });
    expect(readFileSync(file(), 'utf8')).toBe(content);
  });

  it('are not more than a desk can keep', async () => {
    const templates = Array.from({ length: mostTemplates }, (_, at) => ({ ...named('x'), id: `t${at}` }));
    const full = JSON.stringify({ format: 'marbre-templates', version: 1, templates });
    writeFileSync(file(), full);
    expect(await desk.saveTemplate(named('one more'))).toMatchObject({ code: 'template.too-many' });
    expect(readFileSync(file(), 'utf8')).toBe(full);
  });
});
