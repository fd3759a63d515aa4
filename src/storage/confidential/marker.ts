/** Files whose copies in clear are to go: what a killed save had no time for, the next opening of the desk does. */
export const marker = '.sealing.json';
