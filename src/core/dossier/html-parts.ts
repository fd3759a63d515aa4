import type { ElementContent } from 'hast';
import type { Language } from '#core/article/values';
import type { Scale } from '#core/claims/scale';
import { element, text } from '#core/formats/html/inline-write';
import type { Translate } from '#core/messages/index';
import { outcomeLabel } from '#core/messages/outcomes';
import { instantInWords } from './words';

/** What every part of a dossier's page is written with. */
export class Page {
  readonly t: Translate;
  readonly language: Language;
  readonly scale: Scale;

  constructor(t: Translate, language: Language, scale: Scale) {
    this.t = t;
    this.language = language;
    this.scale = scale;
  }

  /** A name, or the word for nobody's. */
  name(by: string): string {
    return by.trim() || this.t('checking.nobody');
  }

  when(instant: string): string {
    return instantInWords(instant, this.language);
  }

  outcome(value: string): string {
    return outcomeLabel(this.t, this.language, this.scale, value);
  }
}

export type Content = string | ElementContent | readonly Content[];

/** Strings become text; lists are opened. */
export function nodes(content: Content): ElementContent[] {
  if (typeof content === 'string') return content === '' ? [] : lines(content);
  return Array.isArray(content) ? content.flatMap(nodes) : [content as ElementContent];
}

function lines(value: string): ElementContent[] {
  return value
    .split(/\r\n?|\n/)
    .flatMap((line, index) => [...(index > 0 ? [element('br', [])] : []), text(line)]);
}

/** An element with a class, or without one. */
export function tag(name: string, content: Content = '', className = ''): ElementContent {
  return element(name, nodes(content), className === '' ? {} : { className: [className] });
}

/** A heading and what stands under it; nothing when there is nothing. */
export function section(title: string, content: readonly Content[]): ElementContent[] {
  const inner = nodes(content);
  return inner.length === 0 ? [] : [element('section', [tag('h2', title), ...inner])];
}

export function list(items: readonly Content[], name: 'ul' | 'ol' = 'ul'): ElementContent[] {
  return items.length === 0
    ? []
    : [
        tag(
          name,
          items.map((item) => tag('li', item)),
        ),
      ];
}

/** Names and what they are; those without a value are left out. */
export function facts(pairs: readonly (readonly [name: string, value: Content])[]): ElementContent[] {
  const kept = pairs.filter(([, value]) => nodes(value).length > 0);
  return kept.length === 0
    ? []
    : [
        tag(
          'dl',
          kept.flatMap(([name, value]) => [tag('dt', name), tag('dd', value)]),
        ),
      ];
}

export function hash(value: string): ElementContent {
  return tag('span', value, 'hash');
}
