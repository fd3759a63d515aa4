/**
 * The few names of the web platform that core may use: each exists in Node, in Electron's main process and in
 * the window alike, and does no input or output. Whatever is not listed here does not compile in core.
 */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array): string;
}
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
/** Base64 of a string of bytes (each character below 256). */
declare function btoa(bytes: string): string;

/** Throws when the text is not Base64. */
declare function atob(text: string): string;
declare class URL {
  constructor(url: string, base?: string);
  readonly protocol: string;
  readonly hostname: string;
  readonly href: string;
}
declare class URLSearchParams {
  constructor(query: string);
  get(name: string): string | null;
}
