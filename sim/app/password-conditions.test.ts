import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenPasswordRules, passwordRules } from '../wallet/index.ts';
import { passwordConditions } from './ui/password-conditions.ts';

const letters = [...'abcXYZ019!@#$%^&+= ~漢ａ'];

describe('the conditions of a password', () => {
  it('are the rules of the service, in its order, whatever is typed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 32 }), (typed) => {
        const password = typed.join('');
        const broken = brokenPasswordRules(password).map(({ rule }) => rule);
        const unmet = passwordConditions(password).filter(({ isMet }) => !isMet);
        expect(unmet.map(({ id }) => id)).toEqual(broken);
      }),
      { seed: 1 },
    );
    expect(passwordConditions('').map(({ id }) => id)).toEqual(Object.keys(passwordRules));
  });

  it('are none of them met before anything is typed', () => {
    expect(passwordConditions('').some(({ isMet }) => isMet)).toBe(false);
  });
});
