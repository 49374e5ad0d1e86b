import { describe, expect, it } from 'vitest';
import { catalogue } from '#sim/errors';
import { type EventData, type EventName, eventCatalogue, type RunEvent } from '#sim/events';
import { sampleEvents } from '../sample-events.ts';
import { failingRun, passingRun } from '../sample-run.ts';
import { findingsOf, namesOf, ruleOutcome, sentenceOf, sourceWords } from './index.ts';

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
      ja: 'ドコモがメールを受け取り、迷惑メールフォルダに入れました。',
      en: 'docomo took the mail and put it into the junk folder.',
    });
    expect(tell('mail.received', { ...base, outcome: 'dropped' }).ja).toContain('届けずに破棄しました');
    expect(tell('mail.received', { ...base, outcome: 'rejected' }).en).toBe('docomo rejected the mail.');
    expect(tell('mail.received', { ...base, outcome: 'deferred' }).ja).toContain('先に延ばしました');
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
      ja: '学生がメールの設定「迷惑メールではないとした差出人」を「a@x.test, b@x.test」に変えました。',
      en: 'The student set the mail setting “senders reported as not junk” to “a@x.test, b@x.test”.',
    });
    expect(tell('mail.setting-changed', { ...setting, value: '[broken' }).en).toContain('“[broken”');
  });

  it('tells a check by the register from one of a student ID', () => {
    const listed = { id: 'register-listed', valid: true, sentence: words as { ja: string; en: string } };
    const base = { counter: 'student-counter', checks: [listed] };
    expect(tell('counter.checked', { ...base, verdict: 'accepted' }).ja).toContain('学籍簿で本人と確認しました');
    const refused = { ...base, verdict: 'refused' as const, checks: [{ ...listed, valid: false }] };
    expect(tell('counter.checked', refused).en).toContain('could not tell that it is the student. an English text');
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
        { id: 'signature', valid: true, sentence: { ja: '署名は正しいです。', en: 'The signature is right.' } },
        { id: 'status', valid: false, sentence: { ja: '失効しています。', en: 'It is revoked.' } },
      ],
    });
    expect(ja).toBe('ゲートが学生証を断りました。失効しています。');
    expect(en).toBe('The gate refused the student ID. It is revoked.');
  });

  it('tells a bounce with its reason, the words of the host, and whether the mail had been accepted', () => {
    const report = {
      message: 'msg_0001',
      reportingHost: 'mail.openbadge.net',
      address: 'a@docomo.ne.jp.test',
      status: '5.0.0',
      diagnostic: '550 Unknown user a@docomo.ne.jp.test',
      reasonClass: 'filtered',
      reason: { ja: '受信者の設定が拒否しました', en: 'a filter of the reader refused it' },
    };
    expect(tell('mail.bounced', { ...report, isLate: false })).toEqual({
      ja: 'メールを届けられなかったというエラーメールが戻りました（a@docomo.ne.jp.test、受信者の設定が拒否しました）: 550 Unknown user a@docomo.ne.jp.test',
      en: 'A bounce came back: the mail was not delivered (a@docomo.ne.jp.test: a filter of the reader refused it): 550 Unknown user a@docomo.ne.jp.test',
    });
    expect(tell('mail.bounced', { ...report, isLate: true }).en).toMatch(/^The mail was taken at first and came back/);
    expect(tell('mail.report-ignored', { why: 'not-our-mail' }).ja).toBe(
      '発行サービスあてにメールが来ましたが、発行サービスが送ったメールのものと確かめられないため、送信の記録はそのままです。',
    );
  });

  it('speaks in one register: です・ます', () => {
    for (const event of events) {
      const { ja } = sentenceOf(event);
      expect(ja.replace(/（[^（）]*）/g, ''), event.type).not.toMatch(
        /(?<!まし|でし)た(?:。|$)|(?:する|ない|いる|ある)(?:。|$)/,
      );
    }
  });

  it('calls a school by its name where the log gives it', () => {
    const log = passingRun();
    const joined = log.find(({ type }) => type === 'school.joined');
    if (joined === undefined) throw new TypeError('the sample has no school');
    expect(sentenceOf(joined, namesOf(log)).ja).toBe('見本大学を発行団体として登録しました。');
    expect(sentenceOf(joined).en).toBe('mihon-university was set up as an issuer.');
  });

  it('names a screen and does not say its text twice', () => {
    const shown = { handset: 'hs_0001', app: 'wallet', texts: [{ ja: 'ログイン', en: 'Log in' }] };
    expect(tell('screen.shown', { ...shown, screen: 'login' })).toEqual({
      ja: 'LecoSアプリに「ログイン」の画面が出ました。',
      en: 'The LecoS app showed “Log in”.',
    });
    const { ja } = tell('screen.shown', {
      ...shown,
      app: 'browser',
      screen: 'terms',
      texts: [{ ja: '確かめる', en: 'x' }],
    });
    expect(ja).toBe('ブラウザに「利用規約と個人情報保護方針」の画面が出ました: 確かめる');
  });

  it('tells of a roster only what there is to tell', () => {
    const roster = { school: 's', roster: 'roster_0001', accepted: 1, rejected: [], mapped: 0 };
    expect(tell('roster.imported', roster)).toEqual({
      ja: '学校が名簿を取り込みました。1行を受け付けました。',
      en: 'The school imported its roster: 1 row accepted.',
    });
    expect(tell('roster.imported', { ...roster, mapped: 1 }).ja).toContain(
      'アドレス1件を再生用（.test）に置き換えました。',
    );
  });

  it('gives place and reason of each refused row, with the detail where it needs no parameter', () => {
    const row = { line: 4, column: '学籍番号' };
    const data: EventData<'roster.imported'> = {
      school: 's',
      roster: 'roster_0001',
      accepted: 0,
      rejected: [
        { ...row, code: 'roster-number-duplicate' },
        { ...row, line: 5, code: 'roster-number-form' },
        { ...row, column: '3', code: 'roster-row-width' },
        { ...row, code: 'no-such-code' },
      ],
      mapped: 0,
    };
    const found = findingsOf({ v: 1, seq: 1, at: '', type: 'roster.imported', data });
    const { title, detail } = catalogue['roster-number-form'];
    expect(found.map(({ sentence }) => sentence.ja)).toEqual([
      `4行目「学籍番号」: ${catalogue['roster-number-duplicate'].title.ja}。`,
      `5行目「学籍番号」: ${title.ja}。${detail.ja}`,
      `4行目・3列目: ${catalogue['roster-row-width'].title.ja}。`,
      '4行目「学籍番号」: no-such-code',
    ]);
    expect(found.every(({ valid }) => !valid)).toBe(true);
  });

  it('calls an obstacle that does not hold no problem, and the last rule the deciding one', () => {
    const rule = { matched: false, sentence: { ja: '', en: '' }, source: '' };
    expect(ruleOutcome({ ...rule, rule: 'unknown-user' }, false)).toEqual({ ja: '問題なし', en: 'passed' });
    expect(ruleOutcome({ ...rule, rule: 'allowed-sender' }, false)).toEqual({ ja: '該当なし', en: 'does not apply' });
    expect(ruleOutcome({ ...rule, rule: 'pc-mail', matched: true }, true)).toEqual({ ja: '決め手', en: 'decided' });
  });

  it('says in Japanese that a source is an assumption', () => {
    expect(sourceWords('assumption: as Gmail')).toEqual({ ja: '推定: as Gmail', en: 'assumption: as Gmail' });
    expect(sourceWords('https://a.test/assumption').ja).toBe('https://a.test/assumption');
  });

  it('refuses a type that is not in the catalogue', () => {
    expect(() => sentenceOf({ type: 'constructor', data: {} } as never)).toThrow(TypeError);
  });
});
