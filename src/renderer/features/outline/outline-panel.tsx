import { story } from '#core/body/fields';
import { placeholders } from '#core/body/measures';
import { plainText } from '#core/body/walk';
import { opened } from '../../session/article-session';
import { editorPort } from '../../session/editor-port';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { EmptyState } from '../../ui/empty-state';
import './outline.css';

/** The headings of the story, and what is still to come; each leads to its place. */
export function OutlinePanel() {
  const { t } = useTranslation();
  const article = useStore(opened)?.article;
  if (!article) return null;
  const headings = story(article.body).flatMap((block) => (block.type === 'heading' ? [block] : []));
  const open = placeholders(article.body);
  return (
    <div className="panel-body">
      {headings.length === 0 ? (
        <EmptyState title={t('app.outline.empty')}>
          <p>{t('app.outline.empty-hint')}</p>
        </EmptyState>
      ) : (
        <ol className="outline">
          {headings.map((block) => (
            <li key={block.id} data-level={block.level}>
              <button type="button" onClick={() => editorPort.get()?.goToBlock(block.id)}>
                {plainText(block.content) || t('app.untitled')}
              </button>
            </li>
          ))}
        </ol>
      )}
      {open.length > 0 && (
        <section>
          <h3 className="outline-title">{t('app.outline.placeholders', { count: open.length })}</h3>
          <ol className="outline">
            {open.map(({ blockId, start, end }, index) => (
              <li key={`${blockId}:${start}`}>
                <button type="button" onClick={() => editorPort.get()?.selectIn(blockId, start, end)}>
                  TK {index + 1}
                </button>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
