import { useMemo } from 'react';
import { plainText } from '#core/body/walk';
import { call } from '../../bridge/bridge';
import { flush, opened } from '../../session/article-session';
import { complain } from '../../session/notices';
import { useSelected } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { change, useMetadata } from './change';

interface Offer {
  readonly asset: string;
  /** What it shows, or its caption; may be empty. */
  readonly words: string;
}

/** The picture that stands for the article: one of the story's, one that was added for it, or none. */
export function PictureField() {
  const { t } = useTranslation();
  const id = useSelected(opened, (current) => current?.article.id);
  const body = useSelected(opened, (current) => current?.article.body);
  const chosen = useMetadata('picture') ?? null;
  const offers = useMemo(() => {
    const found = new Map<string, Offer>();
    for (const block of body ?? [])
      if (block.type === 'picture' && !found.has(block.asset))
        found.set(block.asset, { asset: block.asset, words: block.alt || plainText(block.content) });
    if (chosen && !found.has(chosen)) found.set(chosen, { asset: chosen, words: '' });
    return [...found.values()];
  }, [body, chosen]);
  if (id === undefined) return null;

  const add = async (): Promise<void> => {
    await flush();
    const added = await call('picture.choose', { id });
    if (!added.ok) complain(added);
    else if (added.value && opened.get()?.article.id === id) change({ picture: added.value.asset });
  };
  return (
    <>
      <div role="radiogroup" aria-label={t('metadata.group.picture')} className="picture-offers">
        <label className="picture-offer picture-none">
          <input
            type="radio"
            name="article-picture"
            checked={chosen === null}
            onChange={() => change({ picture: null })}
          />
          <span>{t('metadata.picture.none')}</span>
        </label>
        {offers.map(({ asset, words }, at) => (
          <label key={asset} className="picture-offer" title={words || undefined}>
            <input
              type="radio"
              name="article-picture"
              checked={chosen === asset}
              onChange={() => change({ picture: asset })}
            />
            <img
              src={`/asset/${id}/${asset}`}
              alt={words || t('metadata.picture.this', { number: at + 1 })}
              loading="lazy"
            />
          </label>
        ))}
      </div>
      <div className="picture-add">
        <Button onClick={() => void add()}>{t('metadata.picture.add')}</Button>
      </div>
      <p className="form-hint">{t('metadata.picture.hint')}</p>
    </>
  );
}
