import { failure, type Result } from '#core/failure';
import { type ChannelName, channels, type Input, type Output } from '#core/ipc/contract';
import { logBug } from './log-bug';

/** One handler for each channel of the contract; a missing one does not compile. */
export type Handlers = { [C in ChannelName]: (input: Input<C>) => Promise<Result<Output<C>>> };

/** What is known of who is calling. */
export interface Sender {
  /** The frame's address; null when the frame is gone. */
  readonly url: string | null;
  readonly isMainFrame: boolean;
  /** The window that this app made. */
  readonly isOurWindow: boolean;
}

/**
 * Answers one call: who asks, is the task known, does its input fit — in this order, each exactly once. A bug in a
 * handler is logged and becomes `internal`; its text never reaches the window.
 */
export async function answer(
  handlers: Handlers,
  origin: string,
  sender: Sender,
  name: unknown,
  payload: unknown,
): Promise<Result<unknown>> {
  if (!isTrusted(sender, origin)) return failure('request.forbidden');
  if (typeof name !== 'string' || !Object.hasOwn(channels, name)) return failure('request.unknown');
  const channel = name as ChannelName;
  const input = channels[channel].safeParse(payload);
  if (!input.success) return failure('request.invalid', {}, input.error.issues[0]?.path.join('.'));
  try {
    return await (handlers[channel] as (input: unknown) => Promise<Result<unknown>>)(input.data);
  } catch (error) {
    logBug(channel, error);
    return failure('internal');
  }
}

function isTrusted(sender: Sender, origin: string): boolean {
  return (
    sender.isOurWindow &&
    sender.isMainFrame &&
    (sender.url === origin || sender.url?.startsWith(`${origin}/`) === true)
  );
}
