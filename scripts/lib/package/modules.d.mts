export const nativeModules: readonly string[];
export function runTimeModules(root: string, names: readonly string[]): string[];
export function copyModule(from: string, to: string): void;
