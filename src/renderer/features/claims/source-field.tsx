import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { safeUrl } from '#core/body/links';
import { newEvidence } from '#core/claims/create';
import { evidenceTitle } from '#core/claims/evidence';
import type { Claim, Evidence } from '#core/claims/schema';
import { call } from '../../bridge/bridge';
import { preferences } from '../../session/app-session';
import { newId, setEvidence } from '../../session/claim-session';
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
            setEvidence(claim.id, read(event.target.value, claim.evidence));
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
  const { source } = evidence;
  return source.type === 'web'
    ? source.url
    : source.type === 'passage'
      ? source.text
      : evidenceTitle(evidence);
}

function addressIn(text: string): string | null {
  return /^https?:\/\/\S+$/i.test(text.trim()) ? safeUrl(text.trim()) : null;
}

/** The claim's evidence with its first source as the field has it; the others stay. */
function read(text: string, [first, ...others]: readonly Evidence[]): Evidence[] {
  const trimmed = text.trim();
  if (trimmed === '') return others;
  const url = addressIn(trimmed);
  const source: Evidence['source'] = url
    ? { type: 'web', url, title: '', publisher: '', date: null, accessed: null }
    : { type: 'passage', text: trimmed, from: '' };
  const added = { at: new Date().toISOString(), by: preferences.get().name };
  return [first ? { ...first, source } : newEvidence(source, { id: newId(), ...added }), ...others];
}
