import { useEffect, useRef } from 'react';
import { opened } from '../../session/article-session';
import { isChecking, suggestions } from '../../session/galley-session';
import { useSelected, useStore } from '../../session/store';
import type { Request } from './suggest-worker';

/** The text must have been still this long before it is read again, in milliseconds. */
const pause = 250;

/** Keeps the suggestions of the open article up to date while somebody walks its galley. */
export function useSuggestions(): void {
  const isOn = useStore(isChecking);
  const id = useSelected(opened, (current) => current?.article.id ?? null);
  const body = useSelected(opened, (current) => (isChecking.get() ? (current?.article.body ?? null) : null));
  const language = useSelected(opened, (current) => current?.article.metadata.language);
  const published = useSelected(opened, (current) => current?.article.metadata.published);
  const worker = useRef<Worker | null>(null);
  const turn = useRef(0);

  // One worker for one article: it knows what it has read, and reads only what changed again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known of another article is worth nothing
  useEffect(() => {
    suggestions.set(null);
    if (!isOn) return undefined;
    const own = new Worker(new URL('./suggest-worker.ts', import.meta.url), { type: 'module' });
    own.onmessage = ({ data }) => {
      if (data.turn === turn.current) suggestions.set(data.found);
    };
    worker.current = own;
    return () => own.terminate();
  }, [id, isOn]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another article has another worker, which has read nothing
  useEffect(() => {
    if (!isOn || !body || !language) return undefined;
    turn.current += 1;
    const request: Request = {
      turn: turn.current,
      article: { body, metadata: { language, published: published ?? null } },
    };
    const wait = suggestions.get() === null ? 0 : pause;
    const timer = setTimeout(() => worker.current?.postMessage(request), wait);
    return () => clearTimeout(timer);
  }, [id, isOn, body, language, published]);
}
