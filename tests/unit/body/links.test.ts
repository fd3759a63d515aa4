import { describe, expect, it } from 'vitest';
import { safeUrl } from '#core/body/links';
import { allowedAddresses, refusedAddresses } from '../../support/hostile';

describe('what may be a link', () => {
  it.each(refusedAddresses)('is not %j', (address) => {
    expect(safeUrl(address)).toBeNull();
  });

  it.each(allowedAddresses)('is %j, as it was written', (address) => {
    expect(safeUrl(address)).toBe(address);
  });

  it.each([
    ['https:\\\\example.org\\a', 'https://example.org/a'],
    ['HTTPS://EXAMPLE.ORG/', 'https://example.org/'],
    ['https:example.org', 'https://example.org/'],
    [' https://example.org/ ', 'https://example.org/'],
  ])('is %j in the spelling in which it would be opened', (address, spelled) => {
    expect(safeUrl(address)).toBe(spelled);
  });

  it('is not what is longer than an article may hold', () => {
    expect(safeUrl(`https://example.org/${'x'.repeat(5_000)}`)).toBeNull();
  });

  it('is nothing that a browser would read as another scheme than we do', () => {
    for (const address of [...refusedAddresses, ...allowedAddresses]) {
      const safe = safeUrl(address);
      if (safe !== null) expect(['http:', 'https:', 'mailto:']).toContain(new URL(safe).protocol);
    }
  });
});
