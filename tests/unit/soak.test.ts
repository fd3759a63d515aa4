import { expect, it } from 'vitest';
import { soakArguments } from '../../scripts/lib/soak.mjs';

it('the soak finds every suite that can go on for longer', () => {
  const { unit, e2e } = soakArguments();
  for (const name of ['fuzz/fuzz', 'storage/power-loss', 'storage/damage'])
    expect(unit).toContain(`tests/unit/${name}.test.ts`);
  for (const name of ['durability/kills', 'offline']) expect(e2e).toContain(`tests/e2e/${name}.test.ts`);
});
