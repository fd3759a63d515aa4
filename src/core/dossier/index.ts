import type { Article } from '#core/article/schema';
import type { DossierFormat } from './formats';
import { type DossierDesk, type DossierOptions, dossierOf } from './model';
import { writeDossierHtml } from './write-html';
import { writeDossierJson } from './write-json';

/** The dossier of an article as text; what becomes a PDF is printed from the page. */
export function writeDossier(
  article: Article,
  desk: DossierDesk,
  format: Exclude<DossierFormat, 'pdf'>,
  options: DossierOptions,
): string {
  const dossier = dossierOf(article, desk, options);
  return format === 'json' ? writeDossierJson(dossier) : writeDossierHtml(dossier);
}
