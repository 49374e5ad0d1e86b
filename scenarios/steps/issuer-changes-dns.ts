import { Type } from 'typebox';
import { type BreakableRecord, breakRecord } from '#mocks/dns';
import type { Bilingual } from '#sim/errors';
import { perCell } from '../language/index.ts';
import { step } from './step.ts';
import { word } from './words.ts';

const records: Readonly<Record<string, Bilingual>> = {
  spf: { ja: 'SPFレコード', en: 'SPF record' },
  dkim: { ja: 'DKIMの公開鍵', en: 'DKIM key' },
  dmarc: { ja: 'DMARCレコード', en: 'DMARC record' },
  domain: { ja: 'A・MXレコード', en: 'A and MX records' },
  ptr: { ja: '送信サーバーの逆引き（PTR）', en: 'PTR record of the sending host' },
};

const states: Readonly<Record<string, Bilingual>> = {
  right: { ja: 'を直す', en: 'puts the {record} right' },
  missing: { ja: 'を消してしまう', en: 'loses the {record}' },
  wrong: { ja: 'を誤ったものにしてしまう', en: 'gets the {record} wrong' },
  broken: { ja: 'を壊してしまう', en: 'breaks the {record}' },
  revoked: { ja: 'を取り消してしまう', en: 'revokes the {record}' },
  unreachable: { ja: 'に答えるDNSサーバーを失う', en: 'loses the name server that answers for the {record}' },
  reject: { ja: 'を「拒否（reject）」で公開する', en: 'publishes the {record} with the policy reject' },
  quarantine: { ja: 'を「隔離（quarantine）」で公開する', en: 'publishes the {record} with the policy quarantine' },
  none: { ja: 'を「監視のみ（none）」で公開する', en: 'publishes the {record} with the policy none' },
};

export const issuerChangesDns = step({
  verb: 'issuer.changesDns',
  description: {
    ja: 'LecoSが送信元ドメイン（openbadge.net）のDNSレコードを変えます。直すときも壊すときも使います。',
    en: 'LecoS changes a DNS record of the sending domain, openbadge.net: to mend it, or by mistake.',
  },
  value: Type.Object(
    {
      record: Type.String({ enum: Object.keys(records) }),
      state: Type.String({ enum: Object.keys(states), description: 'Each record has its own of these' }),
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const which = perCell(value.record);
    const record =
      which === undefined
        ? word(records, value.record)
        : { ja: `DNSレコード（${which.ja}）`, en: `DNS record (${which.en})` };
    const cell = perCell(value.state);
    if (cell !== undefined) {
      return {
        ja: `LecoSが openbadge.net の${record.ja}を変える（${cell.ja}）`,
        en: `LecoS changes the ${record.en} of openbadge.net (${cell.en})`,
      };
    }
    const { ja, en } = word(states, value.state);
    return {
      ja: `LecoSが openbadge.net の${record.ja}${ja}`,
      en: `LecoS ${en.replace('{record}', `${record.en} of openbadge.net`)}`,
    };
  },
  async run(play, value) {
    await play.world.perform(breakRecord, { record: value.record as BreakableRecord, state: value.state });
  },
});
