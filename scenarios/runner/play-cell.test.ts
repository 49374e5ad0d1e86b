import { describe, expect, it } from 'vitest';
import type { RunEvent } from '#sim/events';
import { parseScenario } from '../language/index.ts';
import { verbs } from '../steps/index.ts';
import { planCells, replayCommand } from './cell.ts';
import { playCell } from './play-cell.ts';

const head = `
id: X-1
title: { ja: 試し, en: Trial }
seed: 11
cast:
  school:  { use: mihon-university }
  student: { use: hanako, provider: gmail, handset: iphone-17 }
`;

async function play(body: string, file = head): Promise<readonly RunEvent[]> {
  const [cell] = planCells([parseScenario(`${file}${body}`, 'x.yaml', verbs)]);
  if (cell === undefined) throw new TypeError('no cell');
  return (await playCell(cell)).events;
}

const typesOf = (events: readonly RunEvent[]): string[] => events.map(({ type }) => type);

describe('playCell', () => {
  it('ends a run whose expectation does not hold, with what was there instead', async () => {
    const events = await play(`steps:
  - school.issues: {}
  - expect.mail: { folder: junk, kind: issue-notice }
  - student.opensMail: {}
`);
    expect(events.find(({ type }) => type === 'check.failed')).toMatchObject({
      data: {
        surface: 'mail',
        expected: { ja: '迷惑メールフォルダに発行のお知らせメールがある' },
        actual: { ja: '0通（受信トレイ 1通、迷惑メールフォルダ 0通、ゴミ箱 0通、アーカイブ 0通）' },
      },
    });
    expect(events.at(-1)).toMatchObject({
      type: 'run.finished',
      data: { verdict: 'failed', steps: 1, replay: 'npx todoku run ./x.yaml --seed 11' },
    });
    expect(typesOf(events)).not.toContain('mail.read');
  });

  it.each([
    [
      'name-not-kept',
      'steps:\n  - school.issues: { in: 9d, as: first }\n  - school.revokes: { credential: first, reason: x }\n',
    ],
    ['cast-unknown-member', 'steps:\n  - school.issues: {}\n  - student.opensLink: { on: pc }\n'],
    ['time-limit', 'limits: { time: 1d }\nsteps:\n  - clock.advance: 2d\n'],
    ['event-limit', 'limits: { events: 12 }\nsteps:\n  - school.issues: {}\n'],
    ['event-limit', 'limits: { events: 13 }\nsteps:\n  - school.issues: {}\n'],
    ['event-limit', 'limits: { events: 1 }\nsteps:\n  - school.issues: {}\n'],
    [
      'reissue-not-received',
      'steps:\n  - school.issues: { as: first }\n  - school.reissues: { credential: first, mode: revoke-and-issue }\n',
    ],
  ])('ends a run that meets %s, naming the step and what to do', async (code, body) => {
    const events = await play(body);
    const failed = events.find(({ type }) => type === 'run.failed');
    expect(failed).toMatchObject({ data: { code, nextStep: { ja: expect.stringMatching(/。$/) } } });
    expect(events.at(-1)).toMatchObject({ type: 'run.finished', data: { verdict: 'failed' } });
  });

  it('says what was there instead in words, not in the keys of the program', async () => {
    const failing = async (steps: string): Promise<unknown> => {
      const events = await play(`steps:\n  - school.issues: {}\n${steps}`);
      const failed = events.find(({ type }) => type === 'check.failed');
      return failed?.type === 'check.failed' ? [failed.data.expected.ja, failed.data.actual.ja] : undefined;
    };
    expect(await failing('  - expect.sender: { state: rejected, replyCode: 550, within: 5m }\n')).toEqual([
      '相手のサーバーに断られた（550）',
      '「相手のサーバーが受け付けた（250）」でした',
    ]);
    expect(await failing('  - expect.screen: { screen: student-id }\n')).toEqual([
      '画面は学生証になる',
      'ホーム画面でした',
    ]);
    expect(await failing('  - expect.issuer: { credentials: { active: 2 } }\n')).toEqual([
      '有効2件',
      '記録では有効1件でした',
    ]);
    expect(
      await failing('  - student.asks: { party: lecos, about: issue-date }\n  - expect.case: { party: lecos }\n'),
    ).toEqual(['担当はLecoSの窓口', expect.stringMatching(/^学校（発行元の教育機関）を案内する、.*「/)]);
    expect(
      await failing(
        '  - school.importsRoster: { csv: "学籍番号,氏名,メールアドレス\\n1,,a@gmail.com", rejected: [] }\n',
      ),
    ).toEqual(['受け付けられない行は、なし', '2行目（値がありません: roster-cell-empty）でした']);
  });

  it.each([
    [
      'expect.mail: { folder: inbox, tab: promotions }',
      '0通（受信トレイ 1通、迷惑メールフォルダ 0通、ゴミ箱 0通、アーカイブ 0通）',
    ],
    [
      'expect.mail: { folder: inbox, mark: sender-warning }',
      '0通（受信トレイ 1通、迷惑メールフォルダ 0通、ゴミ箱 0通、アーカイブ 0通）',
    ],
    [
      'expect.mail: { folder: quarantine }',
      '0通（受信トレイ 1通、迷惑メールフォルダ 0通、ゴミ箱 0通、アーカイブ 0通）',
    ],
    [
      'expect.mail: { folder: inbox, at: docomo }',
      '0通（受信トレイ 0通、迷惑メールフォルダ 0通、ゴミ箱 0通、アーカイブ 0通）',
    ],
    ['expect.conversation: { mails: 2 }', 'いちばん新しい行は1通（全部で1行）'],
    ['student.searchesMail: { text: 学生証, found: 0 }', '1通でした'],
    ['school.releasesMail:', '受信トレイ 1通、迷惑メールフォルダ 0通、ゴミ箱 0通、アーカイブ 0通'],
  ])('fails where %s does not hold of a mail in the inbox', async (step, actual) => {
    const file = head.replace('gmail, handset', 'gmail, otherMailboxes: [{ provider: docomo }], handset');
    const events = await play(`steps:\n  - school.issues: {}\n  - clock.advance: 1m\n  - ${step}\n`, file);
    expect(events.find(({ type }) => type === 'check.failed')).toMatchObject({ data: { actual: { ja: actual } } });
  });

  it.each([
    ['high-confidence-phishing', 'released', '解放できるのは管理者だけ'],
    ['high-confidence-spam', 'refused', '学生が解放できる'],
  ])('fails where a student may or may not release %s, other than %s', async (threat, outcome, actual) => {
    const file = head.replace('gmail, handset', `m365, mailbox: { threat: ${threat} }, handset`);
    const events = await play(
      `steps:\n  - school.issues: {}\n  - clock.advance: 1m\n  - student.releasesMail: { outcome: ${outcome} }\n`,
      file,
    );
    expect(events.find(({ type }) => type === 'check.failed')).toMatchObject({ data: { actual: { ja: actual } } });
  });

  it('follows the student to the address that the school has now', async () => {
    const file = head.replace('gmail, handset', 'docomo, otherMailboxes: [{ provider: gmail }], handset');
    const events = await play(
      `steps:
  - school.issues: { as: first }
  - expect.mail: { folder: inbox, count: 1, within: 1m, at: docomo }
  - school.reissues: { credential: first, mode: new-address, address: hanako@gmail.com }
  - expect.mail: { folder: inbox, count: 1, within: 1m }
  - student.checksFolder: { folder: inbox, at: icloud }
`,
      file,
    );
    expect(typesOf(events).filter((type) => type === 'check.passed')).toHaveLength(2);
    expect(events.find(({ type }) => type === 'run.failed')).toMatchObject({ data: { code: 'cast-unknown-member' } });
  });

  it('tells who plays by the names of people: provider, device and system', async () => {
    const [cast] = (
      await play(
        'steps:\n  - clock.advance: 1s\n',
        head.replace('gmail, handset: iphone-17', 'docomo, handset: android-13'),
      )
    ).flatMap((event) => (event.type === 'cast.joined' && event.data.role === 'student' ? [event.data] : []));
    expect(cast?.description).toEqual({ ja: '見本 花子（ドコモ、Android 13）', en: '見本 花子 (docomo, Android 13)' });
  });

  it('asks who is meant when there are several', async () => {
    const file = head.replace('iphone-17 }', 'iphone-17 }\n  friend:  { role: student, use: taro }');
    const events = await play('steps:\n  - student.installsApp: wallet\n', file);
    expect(events.find(({ type }) => type === 'run.failed')).toMatchObject({ data: { code: 'cast-ambiguous' } });
  });

  it('writes no password into the log, not even a refused one', async () => {
    const events = await play(`steps:
  - school.issues: {}
  - student.opensLink:
  - student.agrees:
  - student.registers: { password: himitsu-no-kotoba }
`);
    expect(JSON.stringify(events)).not.toContain('himitsu-no-kotoba');
  });

  it('tells each event once, in order, as the run goes on', async () => {
    const [cell] = planCells([parseScenario(`${head}steps:\n  - school.issues: {}\n`, 'x.yaml', verbs)]);
    if (cell === undefined) throw new TypeError('no cell');
    const told: number[] = [];
    const { events } = await playCell(cell, { onEvent: (event) => told.push(event.seq) });
    expect(told).toEqual(events.map(({ seq }) => seq));
    expect(told).toEqual(told.map((_seq, index) => index + 1));
  });
});

describe('replayCommand', () => {
  it('can be pasted into a shell whatever the cell holds', () => {
    const scenario = parseScenario(
      `${head}matrix:\n  password: ["a!b", "it's", plain]\nsteps:\n  - student.registers: { password: $password }\n`,
      'x.yaml',
      verbs,
    );
    expect(planCells([scenario]).map((cell) => replayCommand(cell))).toEqual([
      "npx todoku run ./x.yaml --seed 11 --cell 'password=a!b'",
      "npx todoku run ./x.yaml --seed 11 --cell 'password=it'\\''s'",
      'npx todoku run ./x.yaml --seed 11 --cell password=plain',
    ]);
  });
});
