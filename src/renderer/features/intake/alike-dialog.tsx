import { useEffect, useState } from 'react';
import type { AlikeArticle } from '#core/article/alike';
import type { Article } from '#core/article/schema';
import { asForeign } from '#core/article/update-copy';
import { bodyDifference } from '#core/body/difference';
import { call } from '../../bridge/bridge';
import { complain } from '../../session/notices';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Difference } from '../../ui/difference';
import { showWhen } from '../../ui/time';
import { discard, keepBoth, type SeenStory, seenStories, update } from './alike';
import './alike.css';

/** Asks what becomes of stories that resemble what is on the desk: one after the other, closing keeps both. */
export function AlikeDialog() {
  const { t } = useTranslation();
  const stories = useStore(seenStories);
  const [story] = stories;
  if (!story) return null;
  return (
    <Dialog
      key={story.id}
      title={t('alike.title')}
      closeLabel={t('app.close')}
      onClose={() => keepBoth(story)}
      size="large"
    >
      <p className="alike-story">
        {t('alike.story', { title: story.title || t('app.untitled'), count: story.alike.length })}
      </p>
      <ul className="alike-list">
        {story.alike.map((earlier, index) => (
          <Earlier key={earlier.id} story={story} earlier={earlier} isFirst={index === 0} />
        ))}
      </ul>
      <div className="form-actions">
        {stories.length > 1 && (
          <span className="alike-left">{t('alike.left', { count: stories.length - 1 })}</span>
        )}
        <Button onClick={() => keepBoth(story)}>{t('alike.keep')}</Button>
      </div>
    </Dialog>
  );
}

interface EarlierProps {
  readonly story: SeenStory;
  readonly earlier: AlikeArticle;
  readonly isFirst: boolean;
}

function Earlier({ story, earlier, isFirst }: EarlierProps) {
  const { t, language } = useTranslation();
  const [isShown, setShown] = useState(isFirst);
  const how =
    earlier.kind === 'file'
      ? t('alike.same-file')
      : t('alike.share', { share: Math.round(earlier.share * 100) });
  return (
    <li className="alike-item">
      <h3>{earlier.title || t('app.untitled')}</h3>
      <p className="alike-facts">
        {how} · {showWhen(earlier.modified, language)}
      </p>
      <div className="alike-actions">
        <Button onClick={() => setShown((shown) => !shown)} aria-expanded={isShown}>
          {t('alike.show')}
        </Button>
        <Button onClick={() => void update(story, earlier)}>{t('alike.update')}</Button>
        <Button onClick={() => void discard(story, earlier)}>{t('alike.discard')}</Button>
      </div>
      {isShown && <Between earlier={earlier.id} newer={story.id} />}
    </li>
  );
}

/** What the new story says otherwise. */
function Between({ earlier, newer }: { readonly earlier: string; readonly newer: string }) {
  const { t } = useTranslation();
  const [pair, setPair] = useState<readonly [Article, Article] | null>(null);
  useEffect(() => {
    let isGone = false;
    void Promise.all([earlier, newer].map((id) => call('article.peek', { id }))).then(([before, after]) => {
      if (isGone || !before || !after) return;
      if (!before.ok) complain(before);
      else if (!after.ok) complain(after);
      else setPair([before.value, after.value]);
    });
    return () => {
      isGone = true;
    };
  }, [earlier, newer]);
  if (!pair) return null;
  const [before, after] = pair;
  return (
    <Difference
      t={t}
      differences={bodyDifference(before.body, asForeign(after.body))}
      language={after.metadata.language}
    />
  );
}
