import type { Bilingual } from '../../errors/index.ts';
import { formatInstant } from '../../kernel/index.ts';
import { type Check, fails, holds } from '../check.ts';
import type { CredentialStatus, Looked } from '../evidence.ts';

const name = { id: 'status', clause: 'https://www.w3.org/TR/vc-data-model-2.0/#status' };

const refusals: Readonly<Record<string, Bilingual>> = {
  revoked: {
    ja: '失効しています。教育機関（学校等）にお問い合わせください。',
    en: 'It has been revoked. Ask the school about it.',
  },
  superseded: {
    ja: '新しい学生証に置き換えられています。新しいものを受け取ってください。',
    en: 'A newer student ID has replaced it. Receive the new one.',
  },
  expired: { ja: '発行元で期限切れとされています。', en: 'The issuer says that it has expired.' },
};

/** What the issuer says of the credential today; in the grace time of an outage, what it last said. */
export function checkStatus(status: Looked<CredentialStatus>): Check {
  if (status.state === 'missing') {
    return fails(name, 'credential-unknown', {
      ja: '発行元にこの学生証の記録がありません。',
      en: 'The issuer knows no such student ID.',
    });
  }
  if (status.state === 'unreachable') {
    return fails(name, 'status-unreachable', {
      ja: '失効していないことを確認できません。係員の確認を受けてください。',
      en: 'Whether it has been revoked cannot be looked up. Ask the staff to check it.',
    });
  }
  const { status: said } = status.value;
  if (said !== 'active') {
    return fails(name, said, refusals[said] ?? { ja: '有効な状態ではありません。', en: 'It is not active.' });
  }
  if (!status.isOld) return holds(name, { ja: '失効していません。', en: 'It has not been revoked.' });
  const at = formatInstant(status.fetchedAt);
  return holds(name, {
    ja: `${at} の時点で失効していません（オフラインのため最後の確認によります）。`,
    en: `It had not been revoked at ${at}, the last time that could be looked up.`,
  });
}
