/** A set-up step that failed as could be expected: one sentence that ends with the cure. */
export class SetupError extends Error {}

/** Progress goes to standard error: standard output is left to data and to the last line of the tests. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** Runs a script's main function: an expected failure is one sentence and exit 1, a bug shows its stack. */
export async function main(work, exitCode = 1) {
  try {
    await work();
  } catch (error) {
    const isExpected = error instanceof SetupError && !process.env.MARBRE_DEBUG;
    say(isExpected ? error.message : String(error?.stack ?? error));
    process.exitCode = exitCode;
  }
}
