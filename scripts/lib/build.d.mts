export function isBuilt(name: 'app' | 'cli' | 'sbom' | 'dictionaries'): boolean;
export function ensureBuild(name: 'app' | 'cli' | 'sbom' | 'dictionaries'): Promise<void>;
