interface Waiting {
  readonly work: () => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

const waiting: Waiting[] = [];
let isFramed = false;

/**
 * Runs `work` right behind the frame that shows the next key press: the key after it is then as far away as can be.
 * When nobody types for `limit` milliseconds it runs at once. Gives what calls it off.
 */
export function betweenKeys(work: () => void, limit: number): () => void {
  const callOff = (): void => {
    clearTimeout(entry.timer);
    const at = waiting.indexOf(entry);
    if (at >= 0) waiting.splice(at, 1);
  };
  const run = (): void => {
    callOff();
    work();
  };
  const entry: Waiting = { work: run, timer: setTimeout(run, limit) };
  waiting.push(entry);
  return callOff;
}

/** The editor says that text has changed. One piece of work goes into the gap behind one key. */
export function keyPressed(): void {
  if (isFramed || waiting.length === 0) return;
  isFramed = true;
  requestAnimationFrame(() => {
    // A task of its own, behind layout and paint.
    setTimeout(() => {
      isFramed = false;
      waiting[0]?.work();
    }, 0);
  });
}
