import { type CSSProperties, lazy, Suspense, useEffect, useRef, useState } from 'react';
import { preferences } from '../../session/app-session';
import { isDeskReadOnly, opened } from '../../session/article-session';
import { setFact } from '../../session/editor-port';
import { isChecking } from '../../session/galley-session';
import { suggesting } from '../../session/review-session';
import { useSpellCheck } from '../../session/spelling-session';
import { useSelected, useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import type { ArticleEditor } from './article-editor';
import { BlockHandle } from './block-handle';
import { connectEditor } from './connect-editor';
import { LinkPopover } from './link-popover';
import { choosePicture } from './picture-intake';
import { SelectionToolbar } from './selection-toolbar';
import { SlashMenu } from './slash-menu';
import { Toolbar } from './toolbar';
import { type Asking, useEditorCommands } from './use-editor-commands';
import { useEditorModes } from './use-editor-modes';
import './editor.css';
import './blocks.css';

const FindBar = lazy(async () => ({ default: (await import('./find/find-bar')).FindBar }));
const EmbedDialog = lazy(async () => ({ default: (await import('./ask-dialogs')).EmbedDialog }));
const DescribeDialog = lazy(async () => ({ default: (await import('./ask-dialogs')).DescribeDialog }));

/** The writing surface of one article. A new generation of the article is a new editor. */
export function EditorPane({ generation }: { readonly generation: number }) {
  const { t } = useTranslation();
  const surface = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<ArticleEditor | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const isSuggesting = useStore(suggesting);
  const isDeskLocked = useStore(isDeskReadOnly);
  const isReadOnly = useStore(isChecking) || isDeskLocked;
  const zoom = useSelected(preferences, (current) => current.zoom);
  const spellCheck = useSpellCheck();
  const language = useSelected(opened, (current) => current?.article.metadata.language);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text belongs to the editor once it is open
  useEffect(() => {
    const article = opened.get()?.article;
    if (!article) return undefined;
    const connection = connectEditor(article, surface.current);
    setEditor(connection.editor);
    return () => {
      connection.disconnect();
      setEditor(null);
    };
  }, [generation]);

  const ask = (what: Asking): void => {
    if (what === 'picture') {
      if (editor) void choosePicture(editor);
      return;
    }
    setAsking(what);
  };
  useEditorCommands(editor, ask);
  // In the galley the same text is walked through, and single keys mean something else than letters.
  useEffect(() => {
    editor?.lexical.setEditable(!isReadOnly);
    setFact('editable', editor !== null && !isReadOnly);
  }, [editor, isReadOnly]);
  useEditorModes(editor, surface);

  // Custom properties: the sentences are the interface's, the elements that show them are Lexical's.
  const style = {
    ...placeholders(t),
    '--zoom': zoom / 100,
  } as CSSProperties;
  const done = (): void => setAsking(null);
  return (
    <section className="editor-pane" aria-label={t('app.editor.label')}>
      {!isReadOnly && <Toolbar editor={editor} />}
      {isDeskLocked && <p className="mode-strip">{t('app.editor.read-only')}</p>}
      {isSuggesting && !isReadOnly && <p className="mode-strip">{t('app.review.mode')}</p>}
      <Suspense>
        {editor && (asking === 'find' || asking === 'replace') && (
          <FindBar
            editor={editor}
            initial={window.getSelection()?.toString().split('\n')[0] ?? ''}
            isReplacing={asking === 'replace'}
            onClose={done}
          />
        )}
      </Suspense>
      <div className="editor-scroll">
        {/* biome-ignore lint/a11y/useSemanticElements: rich text has no element of its own */}
        <div
          ref={surface}
          className="editor-surface"
          contentEditable={!isReadOnly}
          aria-readonly={isReadOnly}
          suppressContentEditableWarning
          role="textbox"
          aria-multiline="true"
          aria-label={t('app.editor.label')}
          lang={language}
          spellCheck={spellCheck}
          tabIndex={0}
          style={style}
        />
      </div>
      {editor && !isReadOnly && (
        <>
          <SlashMenu editor={editor} surface={surface.current} />
          <SelectionToolbar editor={editor} surface={surface.current} />
          <BlockHandle editor={editor} surface={surface.current} />
          <LinkPopover editor={editor} surface={surface.current} isAsked={asking === 'link'} onDone={done} />
        </>
      )}
      <Suspense>
        {editor && asking === 'embed' && <EmbedDialog editor={editor} onClose={done} />}
        {editor && asking === 'describe' && <DescribeDialog editor={editor} onClose={done} />}
      </Suspense>
    </section>
  );
}

function placeholders(t: ReturnType<typeof useTranslation>['t']) {
  return {
    '--placeholder-headline': JSON.stringify(t('app.editor.headline')),
    '--placeholder-standfirst': JSON.stringify(t('app.editor.standfirst')),
    '--placeholder-byline': JSON.stringify(t('app.editor.byline')),
    '--placeholder-story': JSON.stringify(t('app.editor.story')),
    '--placeholder-quote': JSON.stringify(t('app.block.quote')),
    '--placeholder-attribution': JSON.stringify(t('app.editor.attribution')),
    '--placeholder-caption': JSON.stringify(t('app.editor.caption')),
    '--placeholder-credit': JSON.stringify(t('app.editor.credit')),
    '--placeholder-title': JSON.stringify(t('app.editor.box-title')),
    '--placeholder-box': JSON.stringify(t('app.editor.box')),
    '--placeholder-embed': JSON.stringify(t('app.editor.embed')),
  };
}
