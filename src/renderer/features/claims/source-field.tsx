import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { safeUrl } from '#core/body/links';
import type { Claim, Evidence } from '#core/claims/schema';
import { call } from '../../bridge/bridge';
import { setEvidence } from '../../session/claim-session';
import { complain } from '../../session/notices';
import { useTranslation } from '../../session/translation';
import { IconButton } from '../../ui/button';

/** One field for the source: a web address is one, anything else is words that say where the fact comes from. */
export function SourceField({ claim }: { readonly claim: Claim }) {
  const { t } = useTranslation();
  const [text, setText] = useState(() => show(claim.evidence[0]));
  const url = addressIn(text);
  return (
    <div className="form-field">
      <label htmlFor={`source-${claim.id}`}>{t('app.claims.source')}</label>
      <div className="source-row">
        <textarea
          id={`source-${claim.id}`}
          rows={text.length > 60 ? 3 : 1}
          value={text}
          placeholder={t('app.claims.source-hint')}
          onChange={(event) => {
            setText(event.target.value);
            setEvidence(claim.id, read(event.target.value));
          }}
        />
        {url && (
          <IconButton
            icon={ExternalLink}
            label={t('app.claims.open-source')}
            onClick={() => void call('link.open', { url }).then((result) => result.ok || complain(result))}
          />
        )}
      </div>
    </div>
  );
}

function show(evidence: Evidence | undefined): string {
  if (!evidence) return '';
  return evidence.type === 'web' ? evidence.url : evidence.text;
}

function addressIn(text: string): string | null {
  return /^https?:\/\/\S+$/i.test(text.trim()) ? safeUrl(text.trim()) : null;
}

function read(text: string): Evidence[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  const url = addressIn(trimmed);
  return [url ? { type: 'web', url, title: '' } : { type: 'text', text: trimmed }];
}
