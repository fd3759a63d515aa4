import { useEffect, useMemo, useRef, useState } from 'react';
import type { SourceSpan } from '#core/claims/quote-guard';
import { tell } from '../../../session/notices';
import { useTranslation } from '../../../session/translation';
import { Button } from '../../../ui/button';
import { quoteLocator } from '../find-quote';
import { locateInText, selectedSpan } from './locate';
import { type Paragraph, paragraphAt, paragraphsOf, partsOf } from './paragraphs';
import type { PlaceProps } from './preview-props';
import { useIntoView } from './use-into-view';

/** How many paragraphs are on the screen at a time: a long file must not fill the window with elements. */
const atATime = 250;

/** Words of a source, a numbered paragraph a line, with the place marked that a locator names. */
export function TextView({ text, visit, onLocator }: PlaceProps & { readonly text: string }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const paragraphs = useMemo(() => paragraphsOf(text), [text]);
  const [first, setFirst] = useState(0);
  useIntoView(box, visit);
  const { marked, isMissing } = usePlace(text, paragraphs, visit, (number) =>
    setFirst(Math.floor((number - 1) / atATime) * atATime),
  );
  useEffect(() => {
    if (marked.length > 0) box.current?.querySelector('mark')?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  const take = (): void => {
    const span = box.current && selectedSpan(box.current);
    const locator = span && quoteLocator(text, span.start, span.end);
    if (locator) onLocator(locator);
    else tell('evidence.select-first');
  };
  return (
    <div className="evidence-preview">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the keyboard */}
      <section className="evidence-text" ref={box} tabIndex={0} aria-label={t('evidence.text')}>
        {paragraphs.slice(first, first + atATime).map((paragraph) => (
          <Line key={paragraph.start} paragraph={paragraph} marked={marked} onLocator={onLocator} />
        ))}
      </section>
      <p role="status" className="form-hint">
        {isMissing && t('evidence.place-missing')}
      </p>
      {paragraphs.length > atATime && <Pager first={first} all={paragraphs.length} onFirst={setFirst} />}
      <div className="card-actions">
        {/* A press must not take the selection away before it is read. */}
        <Button onMouseDown={(event) => event.preventDefault()} onClick={take}>
          {t('evidence.take-selection')}
        </Button>
      </div>
    </div>
  );
}

/** Finds the place of a visit, at each visit. */
function usePlace(
  text: string,
  paragraphs: readonly Paragraph[],
  visit: PlaceProps['visit'],
  onFound: (paragraph: number) => void,
): { readonly marked: readonly SourceSpan[]; readonly isMissing: boolean } {
  const [marked, setMarked] = useState<readonly SourceSpan[]>([]);
  const [isMissing, setMissing] = useState(false);
  const found = useRef(onFound);
  found.current = onFound;
  useEffect(() => {
    const { locator } = visit;
    setMissing(false);
    setMarked([]);
    if (!locator) return;
    const controller = new AbortController();
    void locateInText(locator, text, paragraphs, controller.signal).then((spans) => {
      if (!spans || controller.signal.aborted) return;
      setMissing(spans.length === 0);
      setMarked(spans);
      if (spans[0]) found.current(paragraphAt(paragraphs, spans[0].start));
    });
    return () => controller.abort();
  }, [text, paragraphs, visit]);
  return { marked, isMissing };
}

function Line({
  paragraph,
  marked,
  onLocator,
}: {
  readonly paragraph: Paragraph;
  readonly marked: readonly SourceSpan[];
  readonly onLocator: PlaceProps['onLocator'];
}) {
  const { t } = useTranslation();
  const { number, start } = paragraph;
  const label = t('evidence.take-paragraph', { number });
  return (
    <div className="evidence-line">
      {/* Reached with the pointer; the keyboard has the field of the locator, which asks for the number. */}
      <button
        type="button"
        tabIndex={-1}
        className="evidence-line-number"
        aria-label={label}
        title={label}
        onClick={() => onLocator({ type: 'paragraph', paragraph: number })}
      >
        {number}
      </button>
      <p data-start={start}>
        {partsOf(paragraph, marked).map((part, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts are computed anew as a whole
          part.isMarked ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
        )}
      </p>
    </div>
  );
}

function Pager({
  first,
  all,
  onFirst,
}: {
  readonly first: number;
  readonly all: number;
  readonly onFirst: (first: number) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="evidence-pager">
      <Button disabled={first === 0} onClick={() => onFirst(Math.max(0, first - atATime))}>
        {t('evidence.previous')}
      </Button>
      <span>{t('evidence.paragraphs', { from: first + 1, to: Math.min(all, first + atATime), all })}</span>
      <Button disabled={first + atATime >= all} onClick={() => onFirst(first + atATime)}>
        {t('evidence.next')}
      </Button>
    </div>
  );
}
