import type { Paragraph } from 'mdast';
import { textRun } from '#core/body/normalize';
import type { Block } from '#core/body/schema';
import { pictureBlock } from '../shared/composites';
import type { InlineReading } from './inline-read';

const figure = /^\{\{[<%]\s*figure(?=\s)((?:[^"`>%]|"(?:[^"\\]|\\.)*"|`[^`]*`|[>%](?!\}\}))*)[>%]\}\}$/;
const parameter = /(?<![a-z])([a-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|([^\s"`]+))/gi;

/**
 * A paragraph that is Hugo's `figure` shortcode around a picture that is at hand: description, caption and credit each
 * have a place. Null for anything else, which stays the text that it is.
 */
export function readFigure({ position }: Paragraph, { source, pictures }: InlineReading): Block[] | null {
  const text = source.slice(position?.start.offset, position?.end.offset).trim();
  if (!text.startsWith('{{') || text.length > 4_000) return null;
  const [, given] = figure.exec(text) ?? [];
  if (given === undefined) return null;
  const values = new Map<string, string>();
  for (const [, name = '', quoted, raw, bare] of given.matchAll(parameter))
    values.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? raw ?? bare ?? '');
  const asset = pictures.assetOf(values.get('src') ?? '');
  if (asset === null) return null;
  const credit = values.get('attr') ?? '';
  const picture = pictureBlock(
    asset,
    values.get('alt') ?? '',
    values.get('caption') ?? values.get('title') ?? '',
  );
  return [{ ...picture, credit: credit === '' ? [] : [textRun(credit)] }];
}
