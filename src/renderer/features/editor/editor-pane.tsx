import { type CSSProperties, useEffect, useRef, useState } from 'react';
import type { OpenedArticle } from '../../session/article-session';
import { useTranslation } from '../../session/translation';
import type { ArticleEditor } from './article-editor';
import { connectEditor } from './connect-editor';
import { LinkDialog } from './link-dialog';
import { Toolbar } from './toolbar';
import { useEditorCommands } from './use-editor-commands';
import './editor.css';

/** The writing surface of one article. A new generation of the article is a new editor. */
export function EditorPane({ opened }: { readonly opened: OpenedArticle }) {
  const { t } = useTranslation();
  const surface = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<ArticleEditor | null>(null);
  const [isLinking, setLinking] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text belongs to the editor once it is open
  useEffect(() => {
    const connection = connectEditor(opened.article, surface.current);
    setEditor(connection.editor);
    return () => {
      connection.disconnect();
      setEditor(null);
    };
  }, [opened.generation]);

  useEditorCommands(editor, (what) => setLinking(what === 'link'));

  // Custom properties: the sentences are the interface's, the elements that show them are Lexical's.
  const placeholders = {
    '--placeholder-headline': JSON.stringify(t('app.editor.headline')),
    '--placeholder-standfirst': JSON.stringify(t('app.editor.standfirst')),
    '--placeholder-byline': JSON.stringify(t('app.editor.byline')),
    '--placeholder-story': JSON.stringify(t('app.editor.story')),
  } as CSSProperties;
  return (
    <section className="editor-pane" aria-label={t('app.editor.label')}>
      <Toolbar editor={editor} />
      <div className="editor-scroll">
        {/* biome-ignore lint/a11y/useSemanticElements: rich text has no element of its own */}
        <div
          ref={surface}
          className="editor-surface"
          contentEditable
          suppressContentEditableWarning
          role="textbox"
          aria-multiline="true"
          aria-label={t('app.editor.label')}
          lang={opened.article.metadata.language}
          spellCheck={false}
          tabIndex={0}
          style={placeholders}
        />
      </div>
      {isLinking && editor && <LinkDialog editor={editor.lexical} onClose={() => setLinking(false)} />}
    </section>
  );
}
