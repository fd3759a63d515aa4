import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followOverview } from '../../src/renderer/features/overview/follow-overview';
import { libraryGeneration } from '../../src/renderer/session/library-session';

describe('following the figures of a desk', () => {
  const call = vi.fn();
  const show = vi.fn();
  let visibility: DocumentVisibilityState;

  beforeEach(() => {
    vi.useFakeTimers();
    call.mockReset().mockResolvedValue({ ok: true, value: { totals: {} } });
    show.mockReset();
    visibility = 'visible';
    vi.stubGlobal('marbre', { call, on: () => () => undefined });
    vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  const change = (): void => libraryGeneration.update((count) => count + 1);

  it('asks at once, then once for any number of changes, two seconds apart', async () => {
    const { stop } = followOverview(show);
    expect(call).toHaveBeenCalledTimes(1);
    for (let at = 0; at < 20; at += 1) {
      change();
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(call).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(call).toHaveBeenCalledTimes(2);
    stop();
  });

  it('asks nothing while nobody looks, and catches up when somebody does', async () => {
    const { stop } = followOverview(show);
    visibility = 'hidden';
    change();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(call).toHaveBeenCalledTimes(1);
    visibility = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(10);
    expect(call).toHaveBeenCalledTimes(2);
    stop();
  });

  it('keeps the figures that it has when the library does not answer, and says why', async () => {
    const { stop, ask } = followOverview(show);
    await vi.advanceTimersByTimeAsync(1);
    const figures = show.mock.lastCall?.[0].overview;
    call.mockResolvedValue({ ok: false, code: 'index.unavailable' });
    ask();
    await vi.advanceTimersByTimeAsync(1);
    expect(show.mock.lastCall?.[0]).toMatchObject({
      overview: figures,
      failure: { code: 'index.unavailable' },
    });
    stop();
  });

  it('shows nothing any more once it was stopped', async () => {
    const { stop } = followOverview(show);
    stop();
    change();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(show).not.toHaveBeenCalled();
    expect(call).toHaveBeenCalledTimes(1);
  });
});
