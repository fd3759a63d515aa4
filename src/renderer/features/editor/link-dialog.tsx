import { $isLinkNode, $toggleLink } from '@lexical/link';
import {
  $createTextNode,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  type LexicalEditor,
} from 'lexical';
import { useState } from 'react';
import { safeUrl } from '#core/body/links';
import { call } from '../../bridge/bridge';
import { complain } from '../../session/notices';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

interface Props {
  readonly editor: LexicalEditor;
  readonly onClose: () => void;
}

/** Sets, changes or removes the link on the selected words; without a selection the address becomes the text. */
export function LinkDialog({ editor, onClose }: Props) {
  const { t } = useTranslation();
  const [before] = useState(() => editor.getEditorState().read($linkAtCaret));
  const [address, setAddress] = useState(before ?? '');
  const url = safeUrl(withScheme(address.trim()));
  const isRefused = address.trim() !== '' && url === null;

  const apply = (next: string | null): void => {
    editor.update(() => $setLink(next));
    onClose();
    queueMicrotask(() => editor.focus());
  };
  return (
    <Dialog title={t('app.link.title')} closeLabel={t('app.close')} onClose={onClose} size="small">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (url) apply(url);
        }}
      >
        <label className="form-field">
          <span>{t('app.link.address')}</span>
          <input
            type="text"
            inputMode="url"
            value={address}
            placeholder="https://"
            aria-invalid={isRefused}
            aria-describedby="link-problem"
            onChange={(event) => setAddress(event.target.value)}
          />
        </label>
        <p id="link-problem" className="form-problem" role="status">
          {isRefused ? t('app.link.refused') : ''}
        </p>
        <div className="form-actions">
          {before !== null && (
            <>
              <Button onClick={() => apply(null)}>{t('app.link.remove')}</Button>
              <Button
                onClick={() =>
                  void call('link.open', { url: before }).then((result) => result.ok || complain(result))
                }
              >
                {t('app.link.open')}
              </Button>
            </>
          )}
          <Button type="submit" tone="primary" disabled={url === null}>
            {t('app.link.apply')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** People type `example.org/page` or an address of a mailbox; both say clearly what they mean. */
function withScheme(address: string): string {
  if (address === '' || /^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  return /^[^\s/@]+@[^\s/@]+$/.test(address) ? `mailto:${address}` : `https://${address}`;
}

function $linkAtCaret(): string | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  return selection.anchor.getNode().getParents().find($isLinkNode)?.getURL() ?? null;
}

function $setLink(url: string | null): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  if (selection.isCollapsed() && url !== null && $linkAtCaret() === null) {
    const text = $createTextNode(url.replace(/^(https?:\/\/|mailto:)/, ''));
    selection.insertNodes([text]);
    text.select(0);
  }
  $toggleLink(url);
  const after = $getSelection();
  if (after) $setSelection(after.clone());
}
