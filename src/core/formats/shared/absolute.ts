/** An address as it reads from `base`; one that is absolute, or that nobody can place, as it was written. */
export function absolute(address: string, base: string | null): string {
  if (base === null || /^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  try {
    return new URL(address, base).href;
  } catch {
    return address;
  }
}
