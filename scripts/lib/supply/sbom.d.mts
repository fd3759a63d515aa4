export const sbomFile: string;
export function writeSbom(): Promise<void>;
