import { libraryStatus } from '../../session/library-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { showNumber } from '../../ui/time';
import { rebuildIndex } from './rebuild';

/** How far the library is read, while it is not; nothing otherwise. */
export function IndexState() {
  const { t, language } = useTranslation();
  const status = useStore(libraryStatus);
  if (status === null || status.state === 'ready') return null;
  if (status.state === 'failed')
    return (
      <div className="index-state" role="alert">
        <p>{t('library.failed')}</p>
        <Button onClick={() => void rebuildIndex()}>{t('library.rebuild')}</Button>
      </div>
    );
  const { done, total } = status;
  const sentence = t('library.building', {
    done: showNumber(done, language),
    total: showNumber(total, language),
  });
  return (
    <div className="index-state">
      <p id="library-building">{sentence}</p>
      <progress aria-labelledby="library-building" max={Math.max(total, 1)} value={done} />
    </div>
  );
}
