import { useEffect, useState } from 'react';
import type { Tag } from '#core/desk/schema';
import { labelOf } from '#core/vocabulary/names';
import { useTranslation } from '../../session/translation';
import { articlesWith, mergeTagsInto, retireTagsNamed } from '../../session/vocabulary-session';
import { Button } from '../../ui/button';
import { TagMark } from '../../ui/tag-mark';
import { showNumber } from '../../ui/time';

interface Props {
  /** At least two. */
  readonly tags: readonly Tag[];
  /** The one that was chosen last. */
  readonly active: string | null;
  readonly onDone: (id: string | null) => void;
}

/** Several tags: which one stays, what becomes of the articles, and then all of it at once. */
export function MergePanel({ tags, active, onDone }: Props) {
  const { t, language } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const into = tags.find(({ id }) => id === chosen) ?? tags.find(({ id }) => id === active) ?? tags[0];
  const others = tags.filter(({ id }) => id !== into?.id);
  const articles = useArticleCount(others.map(({ id }) => id).join('\n'));
  if (!into) return null;
  const name = labelOf(into, language);
  const quoted = (list: readonly Tag[]): string =>
    new Intl.ListFormat(language, { type: 'conjunction' }).format(
      list.map((tag) => t('vocabulary.merge.quoted', { name: labelOf(tag, language) })),
    );
  const isRetired = tags.every(({ retired }) => retired);
  const merge = async (): Promise<void> => {
    const done = await mergeTagsInto({ ids: others.map(({ id }) => id), into: into.id }, name);
    if (done) onDone(done.id);
  };
  const retire = (): void =>
    void retireTagsNamed({ ids: tags.map(({ id }) => id), retired: !isRetired }, quoted(tags));
  return (
    <div className="form merge-panel">
      <h3>{t('vocabulary.merge.title', { count: tags.length })}</h3>
      <fieldset className="form-group merge-choices">
        <legend>{t('vocabulary.merge.into')}</legend>
        {tags.map((tag) => (
          <label key={tag.id} className="form-check">
            <input
              type="radio"
              name="merge-into"
              checked={tag.id === into.id}
              onChange={() => setChosen(tag.id)}
            />
            <TagMark type={tag.type} colour={tag.colour} />
            <span>{labelOf(tag, language)}</span>
          </label>
        ))}
      </fieldset>
      <p className="merge-preview" role="status">
        {articles === null
          ? t('vocabulary.merge.counting')
          : t('vocabulary.merge.preview', {
              count: others.length,
              articles:
                articles === 0
                  ? t('vocabulary.merge.no-article')
                  : t('vocabulary.merge.articles', {
                      count: articles,
                      number: showNumber(articles, language),
                    }),
              names: quoted(others),
              name,
            })}
      </p>
      <div className="form-actions">
        <Button onClick={retire}>
          {t(isRetired ? 'vocabulary.merge.bring-back' : 'vocabulary.merge.retire')}
        </Button>
        <Button tone="primary" disabled={articles === null} onClick={() => void merge()}>
          {t('vocabulary.merge.apply')}
        </Button>
      </div>
    </div>
  );
}

/** How many articles a merge changes; null while they are counted. `ids`: one a line. */
function useArticleCount(ids: string): number | null {
  const [found, setFound] = useState<{ readonly ids: string; readonly articles: number } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void articlesWith(ids.split('\n')).then((articles) => {
      if (isCurrent && articles !== null) setFound({ ids, articles });
    });
    return () => {
      isCurrent = false;
    };
  }, [ids]);
  return found?.ids === ids ? found.articles : null;
}
