import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LineField } from '../../src/renderer/features/evidence/fields';

describe('a field of a source', () => {
  let host: HTMLElement;
  let root: Root;
  const record = vi.fn();

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    record.mockReset();
    host = document.body.appendChild(document.createElement('div'));
    root = createRoot(host);
  });
  afterEach(() => {
    act(() => root.unmount());
    host.remove();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const show = (value: string): void =>
    act(() => root.render(<LineField label="Titre" value={value} limit={500} onChange={record} />));
  const field = (): HTMLInputElement => {
    const input = host.querySelector('input');
    if (!input) throw new Error('no field');
    return input;
  };
  const type = (text: string): void =>
    act(() => {
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      set?.call(field(), text);
      field().dispatchEvent(new Event('input', { bubbles: true }));
    });

  it('tells the record at a pause, not at every key', () => {
    show('');
    for (const text of ['P', 'Po', 'Pon', 'Pont']) type(text);
    expect(record).not.toHaveBeenCalled();
    act(() => vi.advanceTimersByTime(1_000));
    expect(record.mock.calls).toEqual([['Pont']]);
  });

  it('tells the record at once when it is left, and once only', () => {
    show('');
    type('Pont');
    act(() => field().dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
    act(() => vi.advanceTimersByTime(1_000));
    expect(record.mock.calls).toEqual([['Pont']]);
  });

  it('loses nothing when it goes away while somebody types', () => {
    show('');
    type('Pont');
    act(() => root.render(null));
    expect(record.mock.calls).toEqual([['Pont']]);
  });

  it('keeps what is being typed when the record changes elsewhere, and shows the change otherwise', () => {
    show('Pont');
    show('Pont neuf');
    expect(field().value).toBe('Pont neuf');
    type('Pont neuf de');
    show('Autre');
    expect(field().value).toBe('Pont neuf de');
  });
});
