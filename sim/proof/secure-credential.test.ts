import { expect, it } from 'vitest';
import { createWorld, defaultLimits } from '../kernel/index.ts';
import { secureCredential } from './secure-credential.ts';
import { securingMechanisms } from './securing-mechanism.ts';
import { signingKeyOf } from './signing-key.ts';
import { studentIdOfTests } from './student-id-fixture.ts';

const schoolKeys = {
  name: 'school-keys',
  tables: '',
  commands: [],
  begin: (world: { keys: { allocateRsa(name: string): unknown } }) => void world.keys.allocateRsa('school'),
};
const { keys } = createWorld({ seed: 4, startsAt: 0, limits: defaultLimits, parameters: {} }, [schoolKeys]);
const pairs = { RS256: keys.rsa('school'), ES256: keys.ecP256('school'), EdDSA: keys.ed25519('school') };

it.each(securingMechanisms)('secures by %s nothing that may not leave the issuer', async (mechanism) => {
  const algorithm = (['RS256', 'ES256'] as const).find((name) => mechanism.endsWith(name)) ?? 'EdDSA';
  const key = signingKeyOf(pairs[algorithm]);
  const over = { ...studentIdOfTests, validUntil: studentIdOfTests.validFrom };
  const secured = secureCredential(over, key, { mechanism, created: 0 });
  await expect(secured).rejects.toMatchObject({ code: 'credential-invalid', parameters: { pointer: '/validUntil' } });
  await expect(secureCredential(studentIdOfTests, key, { mechanism, created: 0 })).resolves.toHaveProperty('secured');
});
