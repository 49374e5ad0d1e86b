import { describe, expect, it } from 'vitest';
import { canonicalForm, standardForm } from './canonical-form.ts';
import { formFor } from './data-integrity.ts';
import cut from './generated/cut-stencils.json' with { type: 'json' };
import { cutOwnStencils } from './own-stencils.ts';
import { encodeStatusList } from './status-list.ts';

const id = 'https://issuer.openbadge.test/schools/mihon/status-lists/1/revocation';
const list = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id,
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  issuer: 'https://issuer.openbadge.test/schools/mihon',
  validFrom: '2026-04-01T09:00:00.000+09:00',
  validUntil: '2026-04-03T00:00:00.000+09:00',
  credentialSubject: {
    id: `${id}#list`,
    type: 'BitstringStatusList',
    statusPurpose: 'revocation',
    encodedList: encodeStatusList([4, 4_711]),
    ttl: 300_000,
  },
};

describe('the stencils that are cut beforehand', () => {
  it('are those that would be cut today', async () => {
    expect(cut).toEqual(await cutOwnStencils());
  });

  it.each([
    { ...list, credentialSubject: { ...list.credentialSubject } },
    { ...list, credentialSubject: { ...list.credentialSubject, statusPurpose: 'suspension' } },
    { ...list, credentialSubject: { ...list.credentialSubject, ttl: 60_000 } },
  ])('give what the standard algorithm gives in safe mode', async (document) => {
    expect(formFor(document)).toBe(canonicalForm);
    const form = await canonicalForm(document);
    expect(form.way).toBe('stencil');
    expect(form.text).toBe((await standardForm(document)).text);
    expect(form.text).toContain('#multibase>');
  });

  it.each([
    { ...list, name: 'one member more' },
    { ...list, credentialSubject: { ...list.credentialSubject, ttl: 1.5 } },
    { ...list, credentialSubject: { ...list.credentialSubject, statusPurpose: 'message' } },
    { ...list, '@context': [...list['@context'], 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'] },
  ])('are not for lists of other shapes', (document) => {
    expect(formFor(document)).toBe(standardForm);
  });
});
