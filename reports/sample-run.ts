import type { RunEvent } from '#sim/events';
import { SampleLog } from './sample-log.ts';
import { addressAt, deliver, queue } from './sample-mail.ts';

const subject = '【見本大学】からオープンバッジ発行のお知らせ';
const activationSubject = 'オープンバッジサービス仮登録のお知らせ';

/** S-2.2-01 as it plays at a provider that puts the issue mail into the junk folder. */
export function passingRun(provider = 'docomo'): RunEvent[] {
  const log = begin(provider);
  issue(log);
  log.step(1, 'clock.advance', '10m', '10分待つ。', '10 minutes pass.', () => deliver(log, provider, 'junk'));
  lookInVain(log);
  log.step(
    3,
    'expect.mail',
    { folder: 'junk' },
    '迷惑メールフォルダに発行のお知らせメールが届いている。',
    'In the junk folder there is the issue notice.',
    () => log.add('check.passed', { surface: 'mail', expected: junkExpected }),
  );
  look(log);
  receive(log, provider);
  log.step(
    7,
    'gate.scans',
    { verdict: 'accepted' },
    'ゲートで学生証をかざすと、通行できる。',
    'The gate scans the student ID and accepts it.',
    () => {
      log.wait(4_000);
      log.add('credential.presented', { credential: 'cred_0001' });
      log.add('gate.scanned', {
        gate: 'main-gate',
        verdict: 'accepted',
        offline: false,
        credential: 'cred_0001',
        checks: [
          {
            id: 'signature',
            valid: true,
            sentence: { ja: '発行者の署名は正しいです。', en: 'The issuer’s signature is right.' },
          },
          { id: 'status', valid: true, sentence: { ja: '失効していません。', en: 'It is not revoked.' } },
          {
            id: 'holder',
            valid: true,
            sentence: { ja: '登録された端末が示しています。', en: 'The registered device shows it.' },
          },
        ],
      });
      log.add('check.passed', { surface: 'gate', expected: { ja: '通行できる', en: 'accepted' } });
    },
  );
  return end(log, provider, 'passed', 8);
}

/** The same scenario at a provider that silently drops the mail: the fourth step does not find it. */
export function failingRun(provider = 'softbank'): RunEvent[] {
  const log = begin(provider);
  issue(log);
  log.step(1, 'clock.advance', '10m', '10分待つ。', '10 minutes pass.', () => deliver(log, provider, undefined));
  lookInVain(log);
  log.add('step.started', {
    index: 3,
    verb: 'expect.mail',
    value: { folder: 'junk', kind: 'issue-notice' },
    sentence: {
      ja: '5分以内に、迷惑メールフォルダに発行のお知らせメールが届いている。',
      en: 'Within 5 minutes there is the issue notice in the junk folder.',
    },
  });
  log.wait(300_000).add('check.failed', {
    surface: 'mail',
    expected: junkExpected,
    actual: {
      ja: '0通（受信トレイ 0通、迷惑メールフォルダ 0通、ゴミ箱 0通、アーカイブ 0通）',
      en: 'there were 0 (0 in the inbox, 0 in the junk folder, 0 in the trash, 0 in the archive)',
    },
  });
  log.add('step.finished', { index: 3, outcome: 'failed' });
  return end(log, provider, 'failed', 3);
}

const junkExpected = {
  ja: '迷惑メールフォルダに発行のお知らせメールが届いている',
  en: 'In the junk folder there is the issue notice',
};

function begin(provider: string): SampleLog {
  const log = new SampleLog('2026-04-01T09:00:00+09:00');
  log.add('run.started', {
    scenario: 'S-2.2-01',
    title: { ja: '発行のお知らせメールが迷惑メールに入った', en: 'The issue mail landed in the junk folder' },
    description: {
      ja: '学生が「発行のお知らせが届かない」と言います。迷惑メールフォルダを確認します。',
      en: 'A student says that no issue mail has come, and looks into the junk folder.',
    },
    resolution: {
      cause: { ja: '迷惑メールフォルダに入った', en: 'the mail is in the junk folder' },
      party: { ja: '学生が対応する', en: 'the student puts it right' },
    },
    cell: `provider=${provider}`,
    seed: 2201,
    startsAt: log.at,
    row: { provider },
    manual: ['2-2'],
  });
  log.add('school.joined', {
    school: 'mihon-university',
    profile: 'https://issuer.openbadge.test/schools/mihon-university',
    keyId: 'key-1',
  });
  log.add('cast.joined', {
    role: 'school',
    name: 'school',
    description: { ja: '見本大学', en: 'Mihon University' },
  });
  log.add('mailbox.created', { mailbox: 'mbx_0001', address: addressAt(provider), provider });
  log.add('handset.joined', { handset: 'hs_0001', platform: 'Android', version: '13', form: 'phone' });
  return log.add('cast.joined', {
    role: 'student',
    name: 'student',
    description: { ja: `見本 花子（${provider}、Android 13）`, en: `見本 花子 (${provider}, Android 13)` },
  });
}

function issue(log: SampleLog): void {
  log.step(
    0,
    'school.issues',
    { credential: 'student-id' },
    '学校がスマート学生証を発行する。',
    'The school issues the student ID.',
    () => {
      log.add('roster.imported', {
        school: 'mihon-university',
        roster: 'roster_0001',
        accepted: 1,
        rejected: [
          { line: 4, column: '学籍番号', code: 'roster-number-duplicate' },
          { line: 5, column: '学籍番号', code: 'roster-number-form' },
          { line: 7, column: '3', code: 'roster-row-width' },
        ],
        mapped: 1,
      });
      log.add('credential.issued', {
        credential: 'cred_0001',
        school: 'mihon-university',
        studentNumber: '0012026',
        period: '2026',
        validFrom: '2026-04-01T00:00:00.000+09:00',
        validUntil: '2027-03-31T23:59:59.000+09:00',
        proof: 'VC-JWT RS256',
        keyId: 'key-1',
      });
      log.add('credential.notified', { credential: 'cred_0001', message: 'msg_0001', cause: 'issue' });
      queue(log, 'msg_0001', 'issue-notice', subject, 'receive', '学生証を受け取る');
      log.add('issuance.finished', { issuance: 'issue_0001', issued: 1, skipped: 0 });
    },
  );
}

function lookInVain(log: SampleLog): void {
  log.step(
    2,
    'expect.mail',
    { folder: 'inbox' },
    '受信トレイに発行のお知らせメールが0通ある。',
    'In the inbox there are 0 of the issue notice.',
    () =>
      log.add('check.passed', {
        surface: 'mail',
        expected: {
          ja: '受信トレイに発行のお知らせメールが0通ある',
          en: 'In the inbox there are 0 of the issue notice',
        },
      }),
  );
}

function look(log: SampleLog): void {
  log.step(
    4,
    'student.checksFolder',
    'junk',
    '学生が迷惑メールフォルダを確認する。',
    'The student looks into the junk folder.',
    () => {
      log.wait(20_000).add('mail.searched', { text: 'junk', found: 1 });
    },
  );
  log.step(
    5,
    'student.marksNotJunk',
    { kind: 'issue-notice' },
    '学生が発行のお知らせメールを「迷惑メールではない」とする。',
    'The student marks the issue notice as not junk.',
    () => {
      log.wait(5_000).add('mail.moved', { captured: 'cap_0001', from: 'junk', to: 'inbox', by: 'student' });
    },
  );
}

function receive(log: SampleLog, provider: string): void {
  const handset = 'hs_0001';
  log.step(
    6,
    'student.completesReceipt',
    {},
    '学生がメールのリンクからアカウントを作り、アプリで学生証を受領する。',
    'The student makes an account from the mail’s link and receives the student ID in the app.',
    () => {
      log.wait(8_000).add('mail.read', { captured: 'cap_0001', folder: 'inbox' });
      log.add('link.tapped', { handset, opensIn: 'browser' });
      const terms = {
        handset,
        app: 'browser',
        screen: 'terms',
        texts: [
          {
            ja: '利用規約と個人情報保護方針を確かめ、両方に同意してください。',
            en: 'Read the terms of service and the privacy policy, and agree to both.',
          },
        ],
      };
      for (let ticked = 0; ticked <= 2; ticked += 1) log.add('screen.shown', terms);
      log.wait(30_000).add('consent.given', { account: 'acct_0001', terms: '2026-01', privacyPolicy: '2026-01' });
      log.add('account.registered', { account: 'acct_0001' });
      activate(log, provider);
      log.add('account.activated', { account: 'acct_0001' });
      log.wait(15_000).add('store.offered', {
        handset,
        app: 'wallet',
        verdict: 'installed',
        sentence: { ja: '「LecoS」をインストールしました。', en: '“LecoS” has been installed.' },
      });
      log.add('app.opened', { handset, app: 'wallet' });
      log.wait(12_000).add('session.started', { account: 'acct_0001', session: 'sess_0001', device: 'dev_0001' });
      log.wait(6_000).add('credential.claimed', { credential: 'cred_0001' });
      log.add('credential.received', { account: 'acct_0001', credential: 'cred_0001' });
      log.add('screen.shown', {
        handset,
        app: 'wallet',
        screen: 'student-id',
        texts: [{ ja: '見本 花子', en: '見本 花子' }],
      });
    },
  );
}

function activate(log: SampleLog, provider: string): void {
  queue(log, 'msg_0002', 'activation', activationSubject, 'activate', 'アカウントを有効にする');
  log.wait(2_000).add('mail.received', {
    message: 'msg_0002',
    captured: 'cap_0002',
    provider,
    address: addressAt(provider),
    outcome: 'delivered',
    folder: 'inbox',
    trail: [
      {
        rule: 'trusted-sender',
        matched: true,
        sentence: {
          ja: '学生が以前に「迷惑メールではない」とした差出人なので、受信トレイに入れました。',
          en: 'The student marked this sender as not junk before: put into the inbox.',
        },
        source: 'assumption: filters learn from the reader',
      },
    ],
  });
  log.add('mail.attempted', {
    message: 'msg_0002',
    attempt: 1,
    stage: 'DATA',
    replyCode: 250,
    enhancedStatusCode: '2.0.0',
    replyText: 'OK',
  });
  log.wait(28_000).add('mail.read', { captured: 'cap_0002', folder: 'inbox' });
}

function end(log: SampleLog, provider: string, verdict: 'passed' | 'failed', steps: number): RunEvent[] {
  log.add('run.finished', {
    verdict,
    steps,
    replay: `npx todoku run S-2.2-01 --seed 2201 --cell provider=${provider}`,
  });
  return log.events;
}
