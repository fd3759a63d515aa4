import { X } from 'lucide-react';
import type { Claim } from '#core/claims/schema';
import { opened } from '../../session/article-session';
import { claimsOf } from '../../session/claim-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { IconButton } from '../../ui/button';

interface Props {
  readonly claim: Claim;
  readonly onChange: (dependsOn: readonly string[]) => void;
}

/** The claims that this one cannot be true without. */
export function Dependencies({ claim, onChange }: Props) {
  const { t } = useTranslation();
  const article = useStore(opened)?.article;
  const views = article ? claimsOf(article) : [];
  const wordsOf = (id: string): string => {
    const view = views.find((one) => one.claim.id === id);
    return view ? (view.anchor?.text ?? view.claim.text) : t('galley.gone');
  };
  const offered = views.filter(({ claim: { id } }) => id !== claim.id && !claim.dependsOn.includes(id));
  return (
    <div className="form-field">
      <span id={`depends-${claim.id}`}>{t('galley.depends-on')}</span>
      <ul className="dependencies">
        {claim.dependsOn.map((id) => (
          <li key={id}>
            <span>{wordsOf(id)}</span>
            <IconButton
              icon={X}
              label={t('galley.depends-remove')}
              onClick={() => onChange(claim.dependsOn.filter((other) => other !== id))}
            />
          </li>
        ))}
      </ul>
      {offered.length > 0 && (
        <select
          aria-labelledby={`depends-${claim.id}`}
          value=""
          onChange={(event) => event.target.value && onChange([...claim.dependsOn, event.target.value])}
        >
          <option value="">{t('galley.depends-add')}</option>
          {offered.map(({ claim: { id } }) => (
            <option key={id} value={id}>
              {wordsOf(id).slice(0, 80)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
