import type { Transmission } from '#sim/events';
import { mailDefaults, writeDsn } from '#sim/mail';
import { walletDefaults } from '#sim/wallet';
import type { Sample } from './sample.ts';
import { openSampleSchool, type SampleSchool } from './sample-school.ts';
import { sampleStudents } from './sample-students.ts';

const password = 'Mihon2026!';
const refusal = { replyCode: 550, enhancedStatusCode: '5.1.1', text: 'No such user' };

/** The mails that students get, and one that came back. */
export async function mailSamples(seed: number): Promise<readonly Sample[]> {
  const [registers, waits] = sampleStudents(seed);
  if (registers === undefined || waits === undefined) throw new TypeError('the mails need two students');
  using school = await openSampleSchool({
    seed,
    startsAt: '2026-04-01T09:00:00+09:00',
    mechanism: 'VC-JWT RS256',
    students: [registers, waits],
  });
  const notice = newest(school, 'issue-notice', registers.address);
  await register(school, notice, registers.name);
  const activation = newest(school, 'activation', registers.address);
  await school.asStudent('POST', '/activations', { token: tokenOf(school, activation) });
  await school.asStudent('POST', '/password-resets', { address: registers.address });
  await school.world.advance(60_000);
  const reset = newest(school, 'password-reset', registers.address);
  await school.world.advance(31 * 86_400_000);
  const reminder = newest(school, 'issue-notice', waits.address);
  return [
    mail('issue-notice', notice.data, { ja: '発行のお知らせ', en: 'The notice that an ID was issued' }),
    mail('activation', activation.data, {
      ja: '仮登録のお知らせ（本登録のリンク）',
      en: 'The link that activates an account',
    }),
    mail('password-reset', reset.data, { ja: 'パスワード再設定のリンク', en: 'The link that sets a new password' }),
    mail('reminder', reminder.data, {
      ja: '1 か月受け取らなかった学生への再送',
      en: 'The notice again, to a student who had not received the ID for a month',
    }),
    mail('bounce', bounceOf(school, notice), {
      ja: '宛先不明で戻ってきたメール（RFC 3464 の配送状況通知）',
      en: 'A mail that came back: delivery status notification (RFC 3464), no such user',
    }),
  ];
}

function mail(name: string, data: Uint8Array, title: Sample['title']): Sample {
  return { name: `mails/${name}.eml`, mediaType: 'message/rfc822', bytes: Uint8Array.from(data), title };
}

function newest({ sent }: SampleSchool, kind: string, address: string): Transmission {
  const found = sent.findLast((one) => one.kind === kind && one.forwardPath === address);
  if (found === undefined) throw new TypeError(`no mail ${kind} left`);
  return found;
}

async function register(school: SampleSchool, notice: Transmission, name: string): Promise<void> {
  const { termsVersion: terms, privacyPolicyVersion: privacyPolicy } = walletDefaults;
  const form = { token: tokenOf(school, notice), terms, privacyPolicy, name, password };
  await school.asStudent('POST', '/registrations', form);
  await school.world.advance(60_000);
}

/** What stands at the end of the mail's link. Our own mails begin with their plain text, in base64. */
function tokenOf({ world }: SampleSchool, { data }: Transmission): string {
  const [, encoded = ''] = /base64\r\n\r\n([A-Za-z0-9+/=\r\n]+?)\r\n--/.exec(data.toString('latin1')) ?? [];
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const from = text.indexOf(`${world.origins.wallet}/`);
  return /^\S+\/([\w-]{43})/.exec(text.slice(from))?.[1] ?? '';
}

function bounceOf({ world }: SampleSchool, { message, forwardPath, data }: Transmission): Buffer {
  const queuedAt = Date.parse('2026-04-01T09:00:00+09:00');
  return writeDsn({
    report: 'dsn_0001',
    action: 'failed',
    reportingHost: mailDefaults.hostName,
    remoteHost: forwardPath.slice(forwardPath.lastIndexOf('@') + 1),
    reversePath: mailDefaults.reversePath,
    recipient: forwardPath,
    envelopeId: `${message}.${world.seed}`,
    reply: refusal,
    queuedAt,
    now: queuedAt + 2_000,
    retryUntil: queuedAt + mailDefaults.giveUpAfterMs,
    data,
  });
}
