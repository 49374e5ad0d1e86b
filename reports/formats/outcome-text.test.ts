import { describe, expect, it } from 'vitest';
import { type Outcome, projectOutcomes } from '../projections/index.ts';
import { SampleLog } from '../sample-log.ts';
import { failingRun, passingRun } from '../sample-run.ts';
import { outcomeText, traceText } from './index.ts';

const looks = [
  { language: 'ja', colour: false },
  { language: 'en', colour: false },
] as const;

const greylisted = {
  rule: 'greylist',
  matched: true,
  sentence: { ja: 'はじめての送信元です。451 を返しました。', en: 'The sender is new. It was put off with 451.' },
  source: 'assumption: as schools do',
};

/** A mail that was put off, arrived, was scanned and forwarded, and was thrown out of the inbox later. */
function eventful(): Outcome[] {
  const at = { message: 'msg_0003', provider: 'm365', address: 's1@mihon-u.ac.jp.test' };
  const attempt = { message: 'msg_0003', replyText: 'Ok', stage: 'DATA' } as const;
  const moved = { captured: 'cap_0003', from: 'inbox', to: 'junk', by: 'provider' } as const;
  const log = new SampleLog('2026-04-01T09:00:00+09:00')
    .add('mail.received', { ...at, outcome: 'deferred', trail: [greylisted] })
    .add('mail.attempted', { ...attempt, attempt: 1, replyCode: 451 })
    .wait(300_000)
    .add('mail.received', {
      ...at,
      outcome: 'delivered',
      folder: 'inbox',
      marks: ['sender-warning'],
      captured: 'cap_0003',
      trail: [{ ...greylisted, matched: false }],
    })
    .add('mail.attempted', { ...attempt, attempt: 2, replyCode: 250 })
    .add('mail.forwarded', { message: 'msg_0003', captured: 'cap_0003', from: at.address, to: 'x@au.com.test' })
    .add('mail.received', {
      ...at,
      provider: 'au',
      address: 'x@au.com.test',
      outcome: 'dropped',
      trail: [{ ...greylisted, rule: 'spam-filter' }],
    })
    .add('mail.link-scanned', { captured: 'cap_0003', scanner: { ja: 'Safe Links', en: 'Safe Links' }, links: 2 })
    .wait(86_400_000)
    .add('mail.moved', moved);
  return projectOutcomes(log.events);
}

describe('the outcome of a mail, in words', () => {
  it.each(looks)('tells what happened, what to do and why, in $language', async (look) => {
    const outcomes = [...projectOutcomes(passingRun()), ...projectOutcomes(failingRun()), ...eventful()];
    const text = outcomes.map((outcome) => outcomeText(outcome, look)).join('\n');
    await expect(text).toMatchFileSnapshot(`./outcome-${look.language}.golden.txt`);
  });

  it('lets no text of a mail drive the terminal', () => {
    const [outcome] = projectOutcomes(passingRun());
    if (outcome?.mail === undefined) throw new Error('no mail');
    const hostile = { ...outcome, address: 'a\u001b[2Jb', mail: { ...outcome.mail, subject: 'x\r\n\u202ey' } };
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(outcomeText(hostile, looks[0])).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});

describe('the trace of a mail', () => {
  it.each(looks)('stands as a table over its details, in $language', async (look) => {
    const [first, forwarded] = eventful();
    if (first === undefined || forwarded === undefined) throw new Error('no outcomes');
    const note = { ja: '設定 x はこの事業者にありません', en: 'it has no setting x' };
    const name = { ja: '大学のメール', en: 'university mail' };
    const rows = [
      { name, address: first.address, outcomes: [first, forwarded], notes: [note] },
      {
        name: { ja: 'ドコモメール', en: 'docomo mail' },
        address: 'hanako@docomo.ne.jp.test',
        outcomes: [],
        stopped: { ja: 'メールは送られませんでした。', en: 'No mail was sent.' },
        notes: [note],
      },
    ];
    const text = traceText(rows, { ...look, isBrief: false });
    await expect(text).toMatchFileSnapshot(`./trace-${look.language}.golden.txt`);
    expect(text.startsWith(traceText(rows, { ...look, isBrief: true }))).toBe(true);
  });
});
