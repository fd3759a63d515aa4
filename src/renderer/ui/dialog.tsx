import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './button';

interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
  /** Without the title bar: the palette shows its own field instead. */
  readonly bare?: boolean;
}

/**
 * A modal dialog on the browser's own `<dialog>`: it traps the focus, closes with Escape, gives the focus back to
 * where it came from, and needs no injected style sheet, which the content security policy would refuse.
 */
export function Dialog({ title, closeLabel, onClose, children, size = 'medium', bare = false }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = element.current;
    const cameFrom = document.activeElement;
    dialog?.showModal();
    // The browser would choose the close button; people came for the field.
    dialog?.querySelector<HTMLElement>('input:checked, input, textarea, select')?.focus();
    return () => {
      dialog?.close();
      if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      className={`dialog dialog-${size}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      <div className="dialog-frame">
        <header className={bare ? 'visually-hidden' : 'dialog-header'}>
          <h2 id={titleId}>{title}</h2>
          {!bare && <IconButton label={closeLabel} icon={X} onClick={onClose} />}
        </header>
        {children}
      </div>
    </dialog>
  );
}
