import { type Failure, failure, type Result } from '#core/failure';
import type { Asked, ChannelName, EventName, Events, Output } from '#core/ipc/contract';

/** What the preload script puts on `window`: two functions, nothing else. */
interface PreloadBridge {
  call(name: string, payload: unknown): Promise<unknown>;
  on(event: string, listener: (payload: never) => void): () => void;
}

declare global {
  interface Window {
    readonly marbre: PreloadBridge;
  }
}

/** Asks the main process for a task. Expected failures come back as values; a lost connection is `internal`. */
export async function call<C extends ChannelName>(
  name: C,
  ...payload: Asked<C> extends undefined ? [] : [Asked<C>]
): Promise<Result<Output<C>>> {
  try {
    return (await window.marbre.call(name, payload[0])) as Result<Output<C>>;
  } catch (error) {
    return failure('internal', {}, String(error)) satisfies Failure;
  }
}

/** Listens to what main tells the window; returns the function that stops listening. */
export function on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void {
  return window.marbre.on(event, listener as (payload: never) => void);
}
