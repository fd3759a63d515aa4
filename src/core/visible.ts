/** Characters that turn the reading order or hide what a name is: bidirectional controls, and controls of terminals. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const controls = /\p{Cc}|[\u200b-\u200d\u2060\ufeff\u2028\u2029]/gu;

/** Text of somebody's in a sentence of ours: it cannot turn the rest of the sentence around. */
export function inOrder(text: string): string {
  return text.replace(turning, '\ufffd');
}

/** A name as one can trust one's eyes with it: `annual\u202efdp.exe` does not look like a PDF. */
export function visibleName(name: string): string {
  return inOrder(name).replace(controls, '\ufffd');
}
