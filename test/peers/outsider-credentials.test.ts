import { describe, expect, it } from 'vitest';
import { ourVerdictOn } from './our-verdict.ts';
import { outsiders } from './outsider-credentials.ts';
import { stranger } from './school.ts';
import { edits, type Members } from './tampering.ts';

const changed = (secured: string, edit: (credential: Members) => Members): string => {
  if (secured.startsWith('{')) return JSON.stringify(edit(JSON.parse(secured) as Members));
  const [header, payload = '', signature] = secured.split('.');
  const edited = edit(JSON.parse(Buffer.from(payload, 'base64url').toString()) as Members);
  return `${header}.${Buffer.from(JSON.stringify(edited)).toString('base64url')}.${signature}`;
};

describe.each(Object.entries(outsiders))('a student ID that %s made', (_, issueByOutsider) => {
  it('is accepted', async () => {
    const { verdict, checks } = await ourVerdictOn(Buffer.from(await issueByOutsider()));
    expect({ verdict, failed: checks.filter((check) => 'code' in check) }).toEqual({ verdict: 'accepted', failed: [] });
  });

  it.each(Object.entries(edits))('is refused with its %s changed', async (__, edit) => {
    const { verdict, checks } = await ourVerdictOn(Buffer.from(changed(await issueByOutsider(), edit)));
    expect(verdict).toBe('refused');
    expect(checks.find(({ id }) => id === 'proof')).toMatchObject({
      valid: false,
      code: expect.stringMatching(/^proof-/),
    });
  });

  it('is refused when somebody else signed it in the name of the school', async () => {
    const { verdict, checks } = await ourVerdictOn(Buffer.from(await issueByOutsider(stranger)));
    expect(verdict).toBe('refused');
    expect(checks).toContainEqual(expect.objectContaining({ id: 'issuer-key', valid: false }));
  });
});
