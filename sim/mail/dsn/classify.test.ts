import { describe, expect, it } from 'vitest';
import { carrierReplies } from './carrier-replies.ts';
import { reasonOf } from './classify.ts';
import { reasonClasses } from './reason-class.ts';
import { replyTexts } from './reply-texts.ts';

describe('the reason of a reply', () => {
  it.each(carrierReplies.map((row) => [row.case, row] as const))('%s', (_, { reply, reason }) => {
    expect(reasonOf(reply)).toBe(reason);
  });

  it('is a filter, not an unknown user, when nobody tells at which stage docomo answered', () => {
    expect(reasonOf({ replyCode: 550, text: 'Unknown user a@docomo.ne.jp' })).toBe('filtered');
  });

  it('is an unknown user whenever a host says so by the one code for it', () => {
    expect(reasonOf({ replyCode: 550, enhancedStatusCode: '5.1.1', text: 'Unknown user a@b', stage: 'DATA' })).toBe(
      'userunknown',
    );
  });

  it('needs an address in the words that two meanings share', () => {
    for (const text of ['User unknown', '<>: User unknown', 'Invalid recipient', 'Unknown user']) {
      expect(reasonOf({ replyCode: 550, text, stage: 'RCPT' })).toBe('undefined');
    }
  });

  it('takes no longer for the longest reply that was made to hold a pattern up', () => {
    const long = 100_000;
    for (const text of ['<'.repeat(long), `Unknown user ${'a'.repeat(long)}`, `${'a.'.repeat(long)} does not exist`]) {
      expect(reasonOf({ replyCode: 550, text, stage: 'MAIL' })).toMatch(/undefined|rejected/);
    }
  });

  it('has words in both languages, and every pattern says where it is known from', () => {
    for (const { ja, en } of Object.values(reasonClasses)) {
      expect(ja).toMatch(/[ぁ-ん]/);
      expect(en).toMatch(/^[\x20-\x7e’]+$/);
    }
    for (const { source } of replyTexts) expect(source).toMatch(/^(https:|assumption: )/);
  });
});
