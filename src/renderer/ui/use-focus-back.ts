import { type RefObject, useEffect, useRef, useState } from 'react';

interface FocusBack {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
  /** Goes on the button that opens: the focus comes back to it. */
  readonly button: RefObject<HTMLButtonElement | null>;
}

/** A form in the place of the button that opened it: when it closes, the focus is on that button again. */
export function useFocusBack(): FocusBack {
  const [isOpen, setOpen] = useState(false);
  const wasOpen = useRef(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return { isOpen, open: () => setOpen(true), close: () => setOpen(false), button };
}
