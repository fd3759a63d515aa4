export function soakArguments(): { readonly unit: string[]; readonly e2e: string[] };
