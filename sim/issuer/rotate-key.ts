import { emit } from '../events/index.ts';
import { command } from '../kernel/index.ts';
import { schoolOf } from './school.ts';
import { addKey } from './school-key.ts';

/** Gives the school another signing key; what the older ones signed stays verifiable. Throws ServiceError `school-unknown`. */
export const rotateKey = command<{ readonly school: string }, { readonly keyId: string }>(
  'issuer.rotateKey',
  (world, { school }) => {
    const { slug, mechanism } = schoolOf(world, school);
    const keyId = addKey(world, slug, mechanism);
    emit(world, 'school.key-rotated', { school, keyId });
    return { keyId };
  },
);
