import { useEffect, useRef } from 'react';
import { textBlocks } from '#core/body/walk';
import type { Tag } from '#core/desk/schema';
import { vocabulary } from '../../session/app-session';
import { opened } from '../../session/article-session';
import { useSelected, useStore } from '../../session/store';
import { tagSuggestions } from '../../session/tag-suggestions';
import type { TagRequest } from './suggest-tags-worker';

/** The text must have been still this long before it is read again, in milliseconds. */
const pause = 500;

/** Keeps the suggested tags of the open article up to date while its tags are on the screen. */
export function useTagSuggestions(): void {
  const id = useSelected(opened, (current) => current?.article.id ?? null);
  const body = useSelected(opened, (current) => current?.article.body ?? null);
  const language = useSelected(opened, (current) => current?.article.metadata.language);
  const without = useSelected(opened, (current) => current?.article.metadata.tags);
  const tags = useStore(vocabulary);
  const worker = useRef<Worker | null>(null);
  const sent = useRef<readonly Tag[] | null>(null);
  const turn = useRef(0);

  useEffect(() => {
    const own = new Worker(new URL('./suggest-tags-worker.ts', import.meta.url), { type: 'module' });
    own.onmessage = ({ data }) => {
      if (data.turn === turn.current) tagSuggestions.set(data.found);
    };
    worker.current = own;
    return () => {
      own.terminate();
      sent.current = null;
      tagSuggestions.set(null);
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: of another article nothing is known yet
  useEffect(() => tagSuggestions.set(null), [id]);

  useEffect(() => {
    if (!body || !language || !without) return undefined;
    turn.current += 1;
    const asked = turn.current;
    const ask = (): void => {
      const isOther = sent.current !== tags;
      sent.current = tags;
      worker.current?.postMessage({
        turn: asked,
        lines: [...textBlocks(body)],
        language,
        without,
        ...(isOther && { tags }),
      } satisfies TagRequest);
    };
    const timer = setTimeout(ask, tagSuggestions.get() === null ? 0 : pause);
    return () => clearTimeout(timer);
  }, [body, language, without, tags]);
}
