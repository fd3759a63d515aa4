import { useState } from 'react';
import type { Desk } from '#core/desk/schema';
import { changePublication } from '../../session/desk-session';
import { useTranslation } from '../../session/translation';

/** Who publishes what leaves this desk, and where: formats that name an address are written only when it is known. */
export function PublicationFields({ publication }: { readonly publication: Desk['publication'] }) {
  const { t } = useTranslation();
  const [address, setAddress] = useState(publication.address);
  const [isWrong, setIsWrong] = useState(false);
  const takeAddress = (): void => {
    const known = addressOf(address);
    setIsWrong(known === null);
    if (known !== null && known !== publication.address) void changePublication({ address: known });
  };
  return (
    <fieldset className="form-group">
      <legend>{t('app.publication.title')}</legend>
      <label className="form-field">
        <span>{t('app.publication.name')}</span>
        <input
          name="publication-name"
          maxLength={120}
          defaultValue={publication.name}
          onBlur={({ target }) => void changePublication({ name: target.value.trim() })}
        />
      </label>
      <label className="form-field">
        <span>{t('app.publication.address')}</span>
        <input
          name="publication-address"
          type="url"
          maxLength={300}
          placeholder="https://"
          value={address}
          aria-invalid={isWrong}
          aria-describedby="publication-hint"
          onChange={({ target }) => setAddress(target.value)}
          onBlur={takeAddress}
        />
      </label>
      <p className={isWrong ? 'form-problem' : 'form-hint'} id="publication-hint">
        {t(isWrong ? 'app.publication.wrong' : 'app.publication.hint')}
      </p>
    </fieldset>
  );
}

/** As it is stored, with a slash at the end; empty is fine, null is no address of a page. */
function addressOf(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const url = URL.canParse(trimmed) ? new URL(trimmed) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') return null;
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
