import { $isLinkNode, $toggleLink } from '@lexical/link';
import { $createTextNode, $getSelection, $isRangeSelection, $setSelection } from 'lexical';
import { ExternalLink, Unlink } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import { limits } from '#core/body/blocks';
import { type LinkTarget, linkTarget, safeUrl } from '#core/body/links';
import { call } from '../../bridge/bridge';
import { complain } from '../../session/notices';
import { useTranslation } from '../../session/translation';
import { Button, IconButton } from '../../ui/button';
import { useQuietState } from '../../ui/use-quiet-state';
import type { ArticleEditor } from './article-editor';
import { placeBeside, selectionRect } from './caret-rect';

interface Props {
  readonly editor: ArticleEditor;
  readonly surface: HTMLElement | null;
  /** Mod+K was pressed: the field takes the focus. */
  readonly isAsked: boolean;
  readonly onDone: () => void;
}

interface Shown {
  /** The link under the caret; empty for a new one. */
  readonly url: string;
  /** Empty: it has none. */
  readonly title: string;
  readonly left: number;
  readonly top: number;
}

const size = { width: 340, height: 80 } as const;

/** Address and title of the link under the caret, beside it; Mod+K makes one of the selected words. */
export function LinkPopover({ editor, surface, isAsked, onDone }: Props) {
  const [shown, setShown] = useQuietState<Shown | null>(null);
  useEffect(() => {
    const show = (): void => {
      const link = editor.lexical.getEditorState().read($linkAtCaret);
      const rect = link !== null || isAsked ? selectionRect(surface) : null;
      // The field has the focus: the selection on the screen is gone, the popover stays where it is.
      if (!rect && isAsked) return;
      setShown(rect && { url: '', title: '', ...link, ...placeBeside(rect, size, 'below') });
    };
    show();
    return editor.lexical.registerUpdateListener(show);
  }, [editor, surface, isAsked, setShown]);
  if (!shown) return null;
  return (
    <LinkForm
      key={`${shown.url} ${shown.title} ${isAsked}`}
      editor={editor}
      shown={shown}
      isAsked={isAsked}
      onDone={onDone}
    />
  );
}

interface FormProps {
  readonly editor: ArticleEditor;
  readonly shown: Shown;
  readonly isAsked: boolean;
  readonly onDone: () => void;
}

function LinkForm({ editor, shown, isAsked, onDone }: FormProps) {
  const { t } = useTranslation();
  const [address, setAddress] = useState(shown.url);
  const [title, setTitle] = useState(shown.title);
  const url = safeUrl(withScheme(address.trim()));
  const isChanged = address !== shown.url || title !== shown.title;
  const isRefused = address.trim() !== '' && url === null;
  const finish = (next: LinkTarget | null | undefined): void => {
    if (next !== undefined) editor.lexical.update(() => $setLink(next));
    onDone();
    queueMicrotask(() => editor.lexical.focus());
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (url) finish(linkTarget(url, title));
  };
  return (
    <form
      className="popover link-popover"
      style={{ left: shown.left, top: shown.top }}
      aria-label={t('app.link.title')}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') finish(undefined);
      }}
    >
      <input
        type="text"
        inputMode="url"
        // biome-ignore lint/a11y/noAutofocus: Mod+K asks for exactly this field
        autoFocus={isAsked}
        aria-label={t('app.link.address')}
        aria-invalid={isRefused || undefined}
        placeholder="https://"
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
      {isRefused && <p className="form-problem">{t('app.link.refused')}</p>}
      <input
        type="text"
        className="link-words"
        aria-label={t('app.link.words')}
        placeholder={t('app.link.words-hint')}
        maxLength={limits.linkTitleLength}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      {(isAsked || isChanged) && (
        <Button type="submit" tone="primary" disabled={url === null}>
          {t('app.link.apply')}
        </Button>
      )}
      {shown.url !== '' && (
        <>
          <IconButton
            icon={ExternalLink}
            label={t('app.link.open')}
            onClick={() =>
              void call('link.open', { url: shown.url }).then((result) => result.ok || complain(result))
            }
          />
          <IconButton icon={Unlink} label={t('app.link.remove')} onClick={() => finish(null)} />
        </>
      )}
    </form>
  );
}

/** People type `example.org/page` or an address of a mailbox; both say clearly what they mean. */
export function withScheme(address: string): string {
  if (address === '' || /^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  return /^[^\s/@]+@[^\s/@]+$/.test(address) ? `mailto:${address}` : `https://${address}`;
}

function $linkAtCaret(): Pick<Shown, 'url' | 'title'> | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const link = selection.anchor.getNode().getParents().find($isLinkNode);
  return link ? { url: link.getURL(), title: link.getTitle() ?? '' } : null;
}

function $setLink(target: LinkTarget | null): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  if (selection.isCollapsed() && target !== null && $linkAtCaret() === null) {
    const text = $createTextNode(target.url.replace(/^(https?:\/\/|mailto:)/, ''));
    selection.insertNodes([text]);
    text.select(0);
  }
  $toggleLink(target?.url ?? null, { title: target?.title ?? null });
  const after = $getSelection();
  if (after) $setSelection(after.clone());
}
