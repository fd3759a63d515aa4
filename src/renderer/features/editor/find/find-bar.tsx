import { CaseSensitive, ChevronDown, ChevronUp, Regex, WholeWord, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { FindQuery } from '#core/find/find';
import { useCommands } from '../../../commands/registry';
import { opened } from '../../../session/article-session';
import { useStore } from '../../../session/store';
import { useTranslation } from '../../../session/translation';
import { Button, IconButton } from '../../../ui/button';
import type { ArticleEditor } from '../article-editor';
import { selectText } from '../text-positions';
import { clearMatches, paintMatches } from './match-painter';
import { replaceMatches } from './replace';
import { type Found, search } from './search';

interface Props {
  readonly editor: ArticleEditor;
  /** What was selected when the bar was opened. */
  readonly initial: string;
  readonly isReplacing: boolean;
  readonly onClose: () => void;
}

const nothing: Found = { ok: true, matches: [] };

/** Find and replace in the open article. Escape closes it and leaves the caret on the match. */
export function FindBar({ editor, initial, isReplacing, onClose }: Props) {
  const { t } = useTranslation();
  const [query, setQuery] = useState<FindQuery>({
    text: initial,
    caseSensitive: false,
    wholeWord: false,
    regex: false,
  });
  const [template, setTemplate] = useState('');
  const { found, current, setCurrent } = useMatches(editor, query);
  const field = useRef<HTMLInputElement>(null);
  const matches = found.ok ? found.matches : [];

  useEffect(() => field.current?.select(), []);
  const step = (by: 1 | -1): void => {
    if (matches.length === 0) return;
    const next = (current + by + matches.length) % matches.length;
    setCurrent(next);
    const match = matches[next];
    if (match) reveal(editor, match);
  };
  const close = (): void => {
    const match = matches[current];
    if (match) selectText(editor, match);
    onClose();
    editor.lexical.focus();
  };
  const replaceOne = (): void => {
    const match = matches[current];
    if (match) replaceMatches(editor, [match], query, template);
  };
  useCommands({ 'find.next': () => step(1), 'find.previous': () => step(-1) });
  const toggle = (key: 'caseSensitive' | 'wholeWord' | 'regex') => ({
    pressed: query[key],
    onClick: () => setQuery((before) => ({ ...before, [key]: !before[key] })),
  });
  return (
    <search
      className="find-bar"
      aria-label={t('app.find.label')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        close();
      }}
    >
      <div className="find-row">
        <input
          ref={field}
          type="text"
          className="find-field"
          aria-label={t('app.find.what')}
          placeholder={t('app.find.what')}
          value={query.text}
          aria-invalid={!found.ok || undefined}
          onChange={(event) => setQuery({ ...query, text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          }}
        />
        <IconButton icon={CaseSensitive} label={t('app.find.case')} {...toggle('caseSensitive')} />
        <IconButton icon={WholeWord} label={t('app.find.word')} {...toggle('wholeWord')} />
        <IconButton icon={Regex} label={t('app.find.regex')} {...toggle('regex')} />
        <output className="find-count" aria-live="polite">
          {query.text !== '' && countOf(found, current, t)}
        </output>
        <IconButton icon={ChevronUp} label={t('command.find.previous')} onClick={() => step(-1)} />
        <IconButton icon={ChevronDown} label={t('command.find.next')} onClick={() => step(1)} />
        <IconButton icon={X} label={t('app.close')} onClick={close} />
      </div>
      {isReplacing && (
        <div className="find-row">
          <input
            type="text"
            className="find-field"
            aria-label={t('app.find.with')}
            placeholder={t('app.find.with')}
            value={template}
            onChange={(event) => setTemplate(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') replaceOne();
            }}
          />
          <Button disabled={matches.length === 0} onClick={replaceOne}>
            {t('app.find.replace')}
          </Button>
          <Button
            disabled={matches.length === 0}
            onClick={() => replaceMatches(editor, matches, query, template)}
          >
            {t('app.find.replace-all')}
          </Button>
        </div>
      )}
    </search>
  );
}

function countOf(found: Found, current: number, t: ReturnType<typeof useTranslation>['t']): string {
  if (!found.ok) return t(`app.find.problem-${found.problem}`);
  if (found.matches.length === 0) return t('app.find.none');
  return t('app.find.position', { at: current + 1, total: found.matches.length });
}

/** The matches of a query in the text as it is now; searched again a moment after the text has changed. */
function useMatches(editor: ArticleEditor, query: FindQuery) {
  const article = useStore(opened)?.article;
  const [found, setFound] = useState<Found>(nothing);
  const [current, setCurrent] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the body is what is searched; it is read from the editor
  useEffect(() => {
    let isCurrent = true;
    void search(editor.readBody(), query).then((next) => {
      if (!isCurrent) return;
      setFound(next);
      setCurrent((at) => Math.max(0, Math.min(at, (next.ok ? next.matches.length : 1) - 1)));
    });
    return () => {
      isCurrent = false;
    };
  }, [editor, query, article?.body]);
  useEffect(() => {
    paintMatches(editor, found.ok ? found.matches : [], current);
  }, [editor, found, current]);
  useEffect(() => clearMatches, []);
  return { found, current, setCurrent };
}

function reveal(editor: ArticleEditor, match: Parameters<typeof selectText>[1]): void {
  const key = editor.lexical.getEditorState().read(() => editor.$lineById(match.blockId)?.getKey());
  if (key) editor.lexical.getElementByKey(key)?.scrollIntoView({ block: 'center' });
}
