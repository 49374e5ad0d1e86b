import { describe, expect, it } from 'vitest';
import { nextStepFor, type Whereabouts } from './index.ts';

const at = (where: Partial<Whereabouts>): string =>
  nextStepFor({ state: 'rejected', isRead: false, isForwarded: false, isOwn: true, isSuppressed: false, ...where }).en;

describe('what can be done about a mail', () => {
  it.each([
    [{ state: 'delivered', folder: 'junk' }, 'marks the mail as not junk'],
    [{ state: 'delivered', folder: 'quarantine' }, 'releases it'],
    [{ state: 'delivered', folder: 'trash' }, 'restores it'],
    [{ state: 'delivered', folder: 'inbox' }, 'searches for the subject'],
    [{ state: 'delivered', folder: 'inbox', isRead: true }, 'has read it'],
    [{ state: 'purged' }, 'Nothing is left'],
    [{ state: 'queued' }, 'not been sent yet'],
    [{ state: 'given-up' }, 'has stopped trying'],
    [{ state: 'rejected', rule: 'unknown-user' }, 'the address is right'],
    [{ state: 'rejected', rule: 'unknown-user', isSuppressed: true }, 'lifts the stop'],
    [{ state: 'rejected', rule: 'mailbox-full' }, 'makes room'],
    [{ state: 'rejected', rule: 'pc-mail' }, 'allows service@openbadge.net'],
    [{ state: 'dropped', rule: 'pc-mail-untold' }, 'allows service@openbadge.net'],
    [{ state: 'rejected', rule: 'line-too-long' }, 'The sender (LecoS) mends the mail'],
    [{ state: 'dropped', rule: 'anything' }, 'relaxes the junk filter'],
    [{ state: 'dropped', rule: 'spoofed', isForwarded: true }, 'the mailbox that forwarded it'],
    [{ state: 'deferred', rule: 'greylist' }, 'wait for a while'],
    [{ state: 'deferred', rule: 'anything' }, 'wait for a while'],
  ] as const)('%o: %s', (where, words) => {
    expect(at(where)).toContain(words);
  });

  it('is another thing where the allow list stands behind the filter', () => {
    const spoofed = { state: 'dropped', rule: 'spoofed' } as const;
    expect(at({ ...spoofed, provider: 'softbank' })).toContain('The allow list does not help');
    expect(at({ ...spoofed, provider: 'docomo' })).toContain('relaxes the spoof filter');
    const linked = { state: 'dropped', rule: 'refused-link' } as const;
    expect(at({ ...linked, provider: 'softbank' })).toContain('asked before the allow list');
    expect(at({ ...linked, provider: 'au' })).toContain('allows service@openbadge.net');
  });

  it('names the service only for its own mail', () => {
    for (const rule of ['pc-mail', 'blocked-sender', 'spoofed', 'line-too-long', 'virus', 'spam-filter']) {
      const { ja, en } = nextStepFor({
        state: 'rejected',
        rule,
        isRead: false,
        isForwarded: false,
        isOwn: false,
        isSuppressed: false,
      });
      expect(`${ja} ${en}`).not.toMatch(/openbadge|LecoS|[{}]/);
    }
  });
});
