import { type Piece, wordPieces } from '#core/body/word-pieces';
import type { CheckedClaim } from '#core/claims/progress';
import type { CheckState } from '#core/claims/status';
import { useTranslation } from '../../session/translation';

/** Why an outcome no longer stands: what was checked beside what stands there now. */
export function StaleDifference({ view }: { readonly view: CheckedClaim }) {
  const stale = view.state.checks.filter(({ status }) => status === 'stale');
  return (
    <>
      {stale.map((check) => (
        <Stale key={check.check} check={check} now={view.anchor?.boundText ?? ''} />
      ))}
    </>
  );
}

function Stale({ check, now }: { readonly check: CheckState; readonly now: string }) {
  const { t } = useTranslation();
  const before = check.outcome?.text ?? '';
  const pieces = wordPieces(before, now);
  return (
    <div className="stale-note">
      {check.causes.map((cause) => (
        <p key={cause}>{t(`checking.cause.${cause}`)}</p>
      ))}
      {check.causes.includes('words') && (
        <dl className="stale-difference">
          <dt>{t('app.claims.before')}</dt>
          <dd>
            <Pieces pieces={pieces} side="removed" />
          </dd>
          <dt>{t('app.claims.after')}</dt>
          <dd>
            <Pieces pieces={pieces} side="added" />
          </dd>
        </dl>
      )}
    </div>
  );
}

function Pieces({ pieces, side }: { readonly pieces: readonly Piece[]; readonly side: 'added' | 'removed' }) {
  const Tag = side === 'added' ? 'ins' : 'del';
  return pieces
    .filter(({ kind }) => kind === 'same' || kind === side)
    .map((piece, index) => {
      const key = `${index}${piece.text}`;
      return piece.kind === 'same' ? <span key={key}>{piece.text}</span> : <Tag key={key}>{piece.text}</Tag>;
    });
}
