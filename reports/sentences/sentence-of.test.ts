import { describe, expect, it } from 'vitest';
import { catalogue } from '#sim/errors';
import { type EventData, type EventName, eventCatalogue, type RunEvent } from '#sim/events';
import { sampleEvents } from '../sample-events.ts';
import { failingRun, passingRun } from '../sample-run.ts';
import { sentenceOf } from './index.ts';

const words: Readonly<Record<string, string>> = { ja: '日本語の文', en: 'an English text' };
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const events = sampleEvents((member) => words[member] ?? 'word');

function tell<Name extends EventName>(type: Name, data: EventData<Name>): { ja: string; en: string } {
  return sentenceOf({ v: 1, seq: 1, at: '2026-04-01T09:00:00.000+09:00', type, data } as RunEvent);
}

describe('sentenceOf', () => {
  it('has one sample for every type of the catalogue', () => {
    expect(events.map(({ type }) => type)).toEqual(Object.keys(eventCatalogue));
  });

  it.each(events.map((event) => [event.type, event] as const))('tells %s in both languages', (_, event) => {
    const { ja, en } = sentenceOf(event);
    expect(ja).toMatch(japanese);
    expect(en).toMatch(/[a-z]/);
    expect(en).not.toMatch(japanese);
    expect(`${ja}${en}`).not.toMatch(/undefined|NaN|\[object/);
  });

  it('tells every event of the sample runs without a gap', () => {
    for (const event of [...passingRun(), ...failingRun()]) {
      const { ja, en } = sentenceOf(event);
      expect(`${ja}${en}`, event.type).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('names the folder, the provider and the outcome of a mail', () => {
    const base = { message: 'msg_0001', provider: 'docomo', address: 'a@docomo.ne.jp.test', trail: [] };
    expect(tell('mail.received', { ...base, outcome: 'delivered', folder: 'junk' })).toEqual({
      ja: 'ドコモがメールを受け取り、迷惑メールフォルダに入れた。',
      en: 'docomo took the mail and put it into the junk folder.',
    });
    expect(tell('mail.received', { ...base, outcome: 'dropped' }).ja).toContain('届けずに破棄した');
    expect(tell('mail.received', { ...base, outcome: 'rejected' }).en).toBe('docomo rejected the mail.');
    expect(tell('mail.received', { ...base, outcome: 'deferred' }).ja).toContain('先に延ばした');
  });

  it('says what a reply code means', () => {
    const attempt = { message: 'msg_0001', attempt: 1, replyText: 'x', stage: 'RCPT' } as const;
    expect(tell('mail.attempted', { ...attempt, replyCode: 250 }).en).toContain('250 (accepted)');
    expect(tell('mail.attempted', { ...attempt, replyCode: 451 }).en).toContain('451 (not now)');
    expect(tell('mail.attempted', { ...attempt, replyCode: 550 }).en).toContain('550 (rejected)');
  });

  it('uses the title of the error catalogue for a code, and the code itself when it is not there', () => {
    expect(tell('login.refused', { code: 'account-locked' }).ja).toContain(catalogue['account-locked'].title.ja);
    expect(tell('login.refused', { code: 'toString' }).en).toBe('The log-in was refused: toString.');
  });

  it('names a mail setting and tells a list as one', () => {
    const setting = { mailbox: 'mbox_0001', setting: 'trustedSenders' };
    expect(tell('mail.setting-changed', { ...setting, value: '["a@x.test","b@x.test"]' })).toEqual({
      ja: '学生がメールの設定「迷惑メールではないとした差出人」を「a@x.test, b@x.test」に変えた。',
      en: 'The student set the mail setting “senders reported as not junk” to “a@x.test, b@x.test”.',
    });
    expect(tell('mail.setting-changed', { ...setting, value: '[broken' }).en).toContain('“[broken”');
  });

  it('counts steps from 1, as the prose of a scenario does', () => {
    expect(tell('step.finished', { index: 0, outcome: 'passed' }).en).toBe('Step 1 finished.');
  });

  it('gives the reasons of a refusal at the gate', () => {
    const { ja, en } = tell('gate.scanned', {
      gate: 'main',
      verdict: 'refused',
      offline: false,
      checks: [
        { id: 'signature', valid: true, sentence: { ja: '署名が正しい。', en: 'The signature is right.' } },
        { id: 'status', valid: false, sentence: { ja: '失効している。', en: 'It is revoked.' } },
      ],
    });
    expect(ja).toBe('ゲートが学生証を断った。失効している。');
    expect(en).toBe('The gate refused the student ID. It is revoked.');
  });

  it('refuses a type that is not in the catalogue', () => {
    expect(() => sentenceOf({ type: 'constructor', data: {} } as never)).toThrow(TypeError);
  });
});
