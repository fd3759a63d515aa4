import type { Failure } from '#core/failure';
import type { Overview } from '#core/overview/overview';
import { call } from '../../bridge/bridge';
import { libraryGeneration, today } from '../../session/library-session';

/** Articles change at every save; the page asks again no sooner than this, in milliseconds. */
const pause = 2_000;

/** Null: neither an answer nor a reason yet. */
export interface OverviewState {
  readonly overview: Overview | null;
  readonly failure: Failure | null;
}

/**
 * Asks for the figures at once, and again when articles have changed, when the page comes back into sight or when `ask`
 * is called. Nothing is asked while nobody looks.
 */
export function followOverview(show: (state: OverviewState) => void): {
  readonly ask: () => void;
  readonly stop: () => void;
} {
  let last: Overview | null = null;
  let asked = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  const ask = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (document.visibilityState === 'hidden') return;
    asked = performance.now();
    const answer = await call('library.overview', { today: today() });
    if (isStopped) return;
    if (answer.ok) last = answer.value;
    // A desk that is being opened tells of its articles as soon as it is there.
    const isOpening = !answer.ok && answer.code === 'desk.none-open';
    show({ overview: last, failure: answer.ok || isOpening ? null : answer });
  };
  const askCalmly = (): void => {
    timer ??= setTimeout(() => void ask(), Math.max(0, asked + pause - performance.now()));
  };

  void ask();
  const forget = libraryGeneration.subscribe(askCalmly);
  document.addEventListener('visibilitychange', askCalmly);
  return {
    ask: () => void ask(),
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      forget();
      document.removeEventListener('visibilitychange', askCalmly);
    },
  };
}
