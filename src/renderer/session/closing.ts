import { createStore } from './store';

/** True while the window waits for a person to decide about text that could not be saved. */
export const closing = createStore(false);
