import { useEffect } from 'react';
import { opened } from '../../session/article-session';
import { isChecking, suggestions } from '../../session/galley-session';
import { useSelected, useStore } from '../../session/store';

/** The text must have been still this long before it is read again, in milliseconds. */
const pause = 250;

/** Keeps the suggestions of the open article up to date while somebody walks its galley. */
export function useSuggestions(): void {
  const isOn = useStore(isChecking);
  const id = useSelected(opened, (current) => current?.article.id ?? null);
  const body = useSelected(opened, (current) => (isChecking.get() ? (current?.article.body ?? null) : null));
  const language = useSelected(opened, (current) => current?.article.metadata.language);
  const published = useSelected(opened, (current) => current?.article.metadata.published);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known of another article is worth nothing
  useEffect(() => suggestions.set(null), [id, isOn]);
  useEffect(() => {
    if (!isOn || !body || !language) return undefined;
    const article = { body, metadata: { language, published: published ?? null } };
    let worker: Worker | null = null;
    const timer = setTimeout(
      () => {
        worker = new Worker(new URL('./suggest-worker.ts', import.meta.url), { type: 'module' });
        worker.onmessage = ({ data }) => {
          suggestions.set(data);
          worker?.terminate();
        };
        worker.postMessage(article);
      },
      suggestions.get() === null ? 0 : pause,
    );
    return () => {
      clearTimeout(timer);
      worker?.terminate();
    };
  }, [isOn, body, language, published]);
}
