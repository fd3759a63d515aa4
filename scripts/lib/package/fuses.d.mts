export function fusesFor(
  platform: NodeJS.Platform,
): Readonly<Record<string, { readonly on: boolean; readonly why: string }>>;
export function setFuses(binary: string, platform: NodeJS.Platform): Promise<void>;
export function readFuses(binary: string): Promise<Record<string, boolean | null>>;
