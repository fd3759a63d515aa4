import { compileQuery, type FindQuery, findIn, type Match } from '#core/find/find';

interface Request {
  readonly query: FindQuery;
  readonly texts: readonly string[];
}

/** Looks for a regular expression where it can be stopped: an expression may take longer than anybody lives. */
self.onmessage = ({ data }: MessageEvent<Request>): void => {
  const compiled = compileQuery(data.query);
  const found: readonly (readonly Match[])[] = compiled.ok
    ? data.texts.map((text) => findIn(text, compiled.pattern))
    : [];
  self.postMessage(found);
};
