export { questionsFor } from '../questions.mjs';
export { articleAt, isWireCopy } from './article.mjs';
export { today } from './calendar.mjs';
export { makeSettings, planDesk } from './plan.mjs';
export * as englishStock from './stock-en.mjs';
export * as frenchStock from './stock-fr.mjs';
export { makeVocabulary } from './tags.mjs';
export { fileOf, writeArticles, writeDesk, writeFrame } from './write.mjs';
