import { type FormEvent, useState } from 'react';
import { safeUrl } from '#core/body/links';
import { useSpellCheck } from '../../session/spelling-session';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import type { ArticleEditor } from './article-editor';
import { $currentBlock, $insertEmbed } from './insert-commands';
import { withScheme } from './link-popover';
import { $isCompositeNode } from './nodes/composite-node';

interface Props {
  readonly editor: ArticleEditor;
  readonly onClose: () => void;
}

/** Asks for the address that an embed card names. Nothing is fetched. */
export function EmbedDialog({ editor, onClose }: Props) {
  const { t } = useTranslation();
  const [address, setAddress] = useState('');
  const url = safeUrl(withScheme(address.trim()));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!url) return;
    editor.lexical.update(() => $insertEmbed(url));
    onClose();
  };
  return (
    <Dialog title={t('command.insert.embed')} closeLabel={t('app.close')} onClose={onClose} size="small">
      <form className="form" onSubmit={submit}>
        <label className="form-field">
          <span>{t('app.link.address')}</span>
          <input
            type="text"
            inputMode="url"
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        </label>
        {address.trim() !== '' && url === null && <p className="form-problem">{t('app.link.refused')}</p>}
        <div className="form-actions">
          <Button type="submit" tone="primary" disabled={url === null}>
            {t('app.editor.insert')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The words that stand for a picture where it cannot be seen. */
export function DescribeDialog({ editor, onClose }: Props) {
  const { t } = useTranslation();
  const spellCheck = useSpellCheck();
  const [alt, setAlt] = useState(() =>
    editor.lexical.getEditorState().read(() => {
      const block = $currentBlock();
      const data = $isCompositeNode(block) ? block.getData() : null;
      return data?.kind === 'picture' ? data.alt : '';
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    editor.lexical.update(() => {
      const block = $currentBlock();
      const data = $isCompositeNode(block) ? block.getData() : null;
      if ($isCompositeNode(block) && data?.kind === 'picture') block.setData({ ...data, alt });
    });
    onClose();
  };
  return (
    <Dialog title={t('command.picture.describe')} closeLabel={t('app.close')} onClose={onClose} size="small">
      <form className="form" onSubmit={submit}>
        <label className="form-field">
          <span>{t('app.editor.alt')}</span>
          <textarea
            rows={3}
            maxLength={2_000}
            spellCheck={spellCheck}
            value={alt}
            onChange={(event) => setAlt(event.target.value)}
          />
        </label>
        <p className="form-hint">{t('app.editor.alt-hint')}</p>
        <div className="form-actions">
          <Button type="submit" tone="primary">
            {t('app.link.apply')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
