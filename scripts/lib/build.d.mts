export function isBuilt(name: 'app' | 'cli' | 'sbom'): boolean;
export function ensureBuild(name: 'app' | 'cli' | 'sbom'): Promise<void>;
