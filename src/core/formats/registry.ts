import { html } from './html/index';
import { htmlFragment } from './html-fragment/index';
import { json } from './json/index';
import { markdown } from './markdown/index';
import { text } from './text/index';
import type { Format, FormatId } from './types';

const byId: Readonly<Record<FormatId, Format>> = {
  text,
  markdown,
  html,
  'html-fragment': htmlFragment,
  json,
};

/** Every format, in the order in which people are offered them. */
export const formats: readonly Format[] = Object.values(byId);

export function formatById(id: FormatId): Format {
  return byId[id];
}

/** How much of a file is looked at to tell its format, in bytes. */
const sample = 4_096;

/** The format of a file: by what it begins with where that is beyond doubt, else by its ending, else text. */
export function formatForFile(name: string, bytes: Uint8Array): Format {
  const head = new TextDecoder().decode(bytes.subarray(0, sample)).trimStart();
  if (/^(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<meta\s)/i.test(head)) return html;
  if (/^\{\s*"format"\s*:\s*"marbre-article"/.test(head)) return json;
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return formats.find((format) => format.read && format.extensions.includes(ending)) ?? text;
}
