import type { SampleLog } from './sample-log.ts';

export function addressAt(provider: string): string {
  return `hanako@${provider === 'docomo' ? 'docomo.ne.jp' : `${provider}.example`}.test`;
}

export function queue(
  log: SampleLog,
  message: string,
  kind: string,
  title: string,
  path: string,
  button: string,
): void {
  const link = `https://wallet.openbadge.test/${path}/***`;
  const to = (log.events.find((event) => event.type === 'mailbox.created')?.data ?? { address: '' }) as {
    address: string;
  };
  log.add('mail.queued', {
    message,
    kind,
    messageId: `<${message}@openbadge.net.test>`,
    subject: title,
    forwardPath: to.address,
    text: `見本 花子 様\n\n${title}\n\n次のリンクを開いて手続きを進めてください。\n${link}\n\nオープンバッジサービス\nservice@openbadge.net\n`,
    html: `<!doctype html><html lang="ja"><head><meta charset="utf-8"><style>body{font-family:sans-serif;line-height:1.8;color:#222;padding:24px;max-width:560px;margin:auto}h1{font-size:18px}.button{display:inline-block;background:#0b5cad;color:#fff;padding:12px 28px;border-radius:6px;text-decoration:none}</style></head><body><h1>${title}</h1><p>見本 花子 様</p><p>次のボタンを押して手続きを進めてください。</p><p><a class="button" href="${link}">${button}</a></p><p>オープンバッジサービス<br>service@openbadge.net</p></body></html>`,
    about: 'cred_0001',
  });
}

export function deliver(log: SampleLog, provider: string, folder: string | undefined): void {
  const from = log.at;
  log.wait(2_000);
  const isKept = folder !== undefined;
  log.add('mail.received', {
    message: 'msg_0001',
    provider,
    address: addressAt(provider),
    outcome: isKept ? 'delivered' : 'dropped',
    ...(isKept ? { captured: 'cap_0001', folder } : {}),
    trail: [
      {
        rule: 'blocked-sender',
        matched: false,
        sentence: {
          ja: '差出人は「拒否リスト設定」に登録されていません。',
          en: 'The From address is not on the refuse list.',
        },
        source: 'https://www.docomo.ne.jp/service/docomo_mail/smtp_notice/',
      },
      {
        rule: 'allowed-sender',
        matched: false,
        sentence: {
          ja: '受信許可リストに service@openbadge.net がありません。',
          en: 'service@openbadge.net is not on the allow list.',
        },
        source: 'assumption: the list is empty at first',
      },
      {
        rule: 'junk-score',
        matched: true,
        sentence: isKept
          ? {
              ja: '迷惑メールと判定し、迷惑メールフォルダに入れました。',
              en: 'Judged to be junk and put into the junk folder.',
            }
          : { ja: '迷惑メールと判定し、知らせずに破棄しました。', en: 'Judged to be junk and dropped without a word.' },
        source: 'assumption: how strict the filter is',
      },
    ],
  });
  log.add('mail.attempted', {
    message: 'msg_0001',
    attempt: 1,
    stage: 'DATA',
    replyCode: 250,
    enhancedStatusCode: '2.0.0',
    replyText: 'OK',
  });
  log.wait(598_000).add('clock.advanced', { from, to: log.at });
}
