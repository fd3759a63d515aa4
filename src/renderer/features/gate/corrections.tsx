import { type FormEvent, useMemo, useState } from 'react';
import type { Article } from '#core/article/schema';
import { anchors } from '#core/claims/anchors';
import { excerpt } from '#core/claims/gate';
import type { Correction } from '#core/claims/record-schema';
import { correct, type GateView, signerName } from '../../session/gate-session';
import { useSpellCheck } from '../../session/spelling-session';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { ChoiceField } from '../../ui/commit-field';
import { NameField } from '../../ui/name-field';
import { showMoment } from '../../ui/time';
import { useFocusBack } from '../../ui/use-focus-back';

/** What was put right after publication, newest first, and one more. */
export function Corrections({ view }: { readonly view: GateView }) {
  const { t } = useTranslation();
  const { article } = view;
  const { isOpen, open, close, button } = useFocusBack();
  return (
    <section aria-labelledby="corrections-heading">
      <h3 id="corrections-heading" className="panel-heading">
        {t('gate.corrections')} <span className="count">{article.corrections.length}</span>
      </h3>
      <ol className="card-list">
        {article.corrections.toReversed().map((one) => (
          <CorrectionCard key={one.id} article={article} correction={one} />
        ))}
      </ol>
      {isOpen ? (
        <CorrectionForm article={article} onDone={close} />
      ) : (
        <>
          <p className="form-hint">{t('gate.corrections-hint')}</p>
          <div className="card-actions">
            <Button ref={button} className="correction-open" onClick={open}>
              {t('gate.correction-add')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function CorrectionCard({
  article,
  correction,
}: {
  readonly article: Article;
  readonly correction: Correction;
}) {
  const { t, language } = useTranslation();
  const claim = article.claims.find(({ id }) => id === correction.claim);
  return (
    <li className="card correction">
      <p className="sign-off-note">{correction.text}</p>
      {claim && <p className="card-note">{t('gate.correction-of', { text: excerpt(claim.text) })}</p>}
      <p className="card-note">
        {t('gate.correction-by', {
          name: correction.by || t('checking.nobody'),
          when: showMoment(correction.at, language),
        })}
      </p>
    </li>
  );
}

function CorrectionForm({ article, onDone }: { readonly article: Article; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const spellCheck = useSpellCheck();
  const [text, setText] = useState('');
  const [claim, setClaim] = useState('');
  const [by, setBy] = useState(signerName);
  const claims = useMemo(() => {
    const where = anchors(article.body);
    return article.claims.map(({ id, text: words }): [string, string] => [
      id,
      excerpt(where.get(id)?.text ?? words),
    ]);
  }, [article]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await correct(by, text, claim === '' ? null : claim)) onDone();
  };
  return (
    <form
      className="form correction-form"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      <label className="form-field">
        <span>{t('gate.correction-text')}</span>
        <textarea
          // biome-ignore lint/a11y/noAutofocus: the form stands in the place of the button that was pressed
          autoFocus
          rows={3}
          maxLength={20_000}
          lang={article.metadata.language}
          spellCheck={spellCheck}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {claims.length > 0 && (
        <ChoiceField
          label={t('gate.correction-claim')}
          value={claim}
          onChoose={setClaim}
          choices={[['', t('gate.correction-no-claim')], ...claims]}
        />
      )}
      <NameField label={t('gate.name')} value={by} onChange={setBy} />
      <div className="form-actions">
        <Button onClick={onDone}>{t('app.cancel')}</Button>
        <Button type="submit" tone="primary" disabled={text.trim() === '' || by.trim() === ''}>
          {t('gate.correction-do')}
        </Button>
      </div>
    </form>
  );
}
