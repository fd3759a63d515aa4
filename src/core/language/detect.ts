import type { Language } from '#core/article/schema';
import { wordsOf } from './words';

const most = 20_000;

/** French or English, by the small words of each; French wins a draw only when its letters occur. */
export function detectLanguage(text: string): { readonly language: Language; readonly isSure: boolean } {
  const words =
    text
      .slice(0, most)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const score = (language: Language): number => {
    const common = new Set(wordsOf[language].common);
    return words.filter((word) => common.has(word)).length;
  };
  const accents = text.slice(0, most).match(/[éèêàùçœîôâëï«»]/gi)?.length ?? 0;
  const french = score('fr') + accents * 0.3;
  const english = score('en');
  const language = french > english ? 'fr' : 'en';
  return {
    language,
    isSure: Math.abs(french - english) > 0.15 * Math.max(french, english) && french + english > 2,
  };
}
