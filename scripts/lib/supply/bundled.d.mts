import type { Plugin } from 'vite';

export function noteBundled(part: string): Plugin;
export function packageFolder(id: string): string | null;
export function bundledPackages(): string[];
