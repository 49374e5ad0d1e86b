import { ServiceError } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import { command, type Json } from '../kernel/index.ts';
import { type SecuredCredential, secureAnyCredential as secure, signingKeyOf } from '../proof/index.ts';
import { schoolOf } from './school.ts';
import { currentKey } from './school-key.ts';

type Given = { readonly school: string; readonly credential: { readonly [member: string]: Json } };

/**
 * Signs a credential that the school wrote itself; nothing of it is kept. Throws ServiceError `school-unknown`,
 * `credential-unfit` with the JSON Pointer of what is wrong.
 */
export const secureAnyCredential = command<Given, SecuredCredential>(
  'issuer.secureAny',
  async (world, { school, credential }) => {
    const { mechanism, id: issuer } = schoolOf(world, school);
    const key = signingKeyOf(currentKey(world, school));
    const id = typeof credential.id === 'string' ? credential.id : undefined;
    try {
      const secured = await secure(credential, key, { mechanism, issuer, created: world.clock.now() });
      emit(world, 'credential.secured', { school, ...(id !== undefined && { id }), proof: mechanism, keyId: key.kid });
      return secured;
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      const { where = '/', url, reason = error.code } = error.parameters;
      throw new ServiceError('credential-unfit', {
        pointer: String(url === undefined ? where : '/@context').slice(0, 200),
        reason: String(url === undefined ? reason : `no context that is known here: ${url}`).slice(0, 300),
      });
    }
  },
);
