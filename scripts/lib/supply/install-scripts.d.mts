export const installScripts: Readonly<Record<string, { readonly why: string }>>;
export function packagesWithInstallScripts(lock: {
  readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean }>>;
}): string[];
