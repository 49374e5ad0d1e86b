import type { Bilingual } from '#sim/errors';

export interface ModuleWords {
  readonly name: Bilingual;
  readonly parameters: Readonly<Record<string, Bilingual>>;
}

/** What people call the parameters of a world, by module; `explain` and the docs use them. */
export const worldWords: Readonly<Record<string, ModuleWords>> = {
  issuer: {
    name: { ja: '発行', en: 'Issuer' },
    parameters: {
      claimWindowMs: { ja: '受領できる期間', en: 'how long a student may receive the ID' },
      reminderEveryMs: { ja: '未受領者へ再び送る間隔', en: 'pause between reminders' },
      remindersMax: { ja: '再び送る回数の上限', en: 'most reminders' },
      rowsPerTurn: { ja: '一度に発行する人数', en: 'students issued to at once' },
      turnPauseMs: { ja: '次に発行するまでの間', en: 'pause until the next ones' },
      addressTypos: { ja: 'ドメインの入力誤りらしいアドレス', en: 'addresses whose domain looks like a slip' },
      entriesPerStatusList: { ja: 'ステータスリスト1つの件数', en: 'credentials on one status list' },
      statusListTtlMs: { ja: 'ステータスリストを使い回せる時間', en: 'how long a status list may be kept' },
      statusListDays: { ja: 'ステータスリストの有効日数', en: 'days that a status list is valid' },
    },
  },
  mail: {
    name: { ja: '送信', en: 'Sending' },
    parameters: {
      latencyMsMin: { ja: '送信までの最短時間', en: 'shortest time until a mail leaves' },
      latencyMsMax: { ja: '送信までの最長時間', en: 'longest time until a mail leaves' },
      retryDelaysMs: { ja: '再送までの間隔', en: 'waits between attempts' },
      giveUpAfterMs: { ja: '送信をあきらめるまで', en: 'given up after' },
      delayReportAfterMs: { ja: '遅れを知らせるまで', en: 'reported as delayed after' },
      reportLatencyMs: { ja: '届かなかった知らせが戻るまで', en: 'a report of our own host takes' },
      hostName: { ja: '送信サーバーの名前', en: 'name of the sending host' },
      bulkMailsPerDay: { ja: 'Gmailの大量送信者とされる1日の通数', en: 'mails a day that make a bulk sender at Gmail' },
      reversePath: { ja: '封筒の差出人', en: 'reverse-path' },
      fromAddress: { ja: '差出人のアドレス', en: 'address in From' },
      fromName: { ja: '差出人の表示名', en: 'display name in From' },
      hasSubjectBrackets: { ja: '件名の【】', en: 'brackets in the subject' },
    },
  },
  relay: {
    name: { ja: '送信サーバー（中継）', en: 'Relay' },
    parameters: { addresses: { ja: '受け付ける宛先', en: 'addresses that it takes' } },
  },
  dns: {
    name: { ja: '送信元ドメインのDNS', en: "The sender's DNS" },
    parameters: {
      spf: { ja: 'SPFレコード', en: 'SPF record' },
      dkim: { ja: 'DKIMの公開鍵', en: 'DKIM key' },
      dmarc: { ja: 'DMARCレコード', en: 'DMARC record' },
      domain: { ja: 'A・MXレコード', en: 'A and MX records' },
      ptr: { ja: '送信サーバーの逆引き（PTR）', en: "name of the sending host's address (PTR)" },
      sendingAddress: { ja: '送信サーバーのIPアドレス', en: 'address of the sending host' },
      sendingHost: { ja: '送信サーバーの名前', en: 'name of the sending host' },
      sendsOverTls: { ja: '送信の暗号化（TLS）', en: 'sends over TLS' },
    },
  },
  mailbox: {
    name: { ja: '受信', en: 'Receiving' },
    parameters: {
      junkBias: { ja: '迷惑メール判定の厳しさ', en: 'how easily mail is taken for junk' },
      bounceAfterMs: { ja: '転送できなかったメールが戻るまで', en: 'a bounce of a forwarding host takes' },
      lateBounceMs: { ja: 'auが受け取ったメールを返送するまで', en: 'au sends a mail back after' },
      ruleOrder: { ja: '事業者ごとの判定の順序', en: "order of a provider's rules" },
    },
  },
  wallet: {
    name: { ja: 'ウォレット', en: 'Wallet' },
    parameters: {
      termsVersion: { ja: '利用規約の版', en: 'version of the terms' },
      privacyPolicyVersion: { ja: '個人情報保護方針の版', en: 'version of the privacy policy' },
      activationTtlMs: { ja: '有効化リンクの期限', en: 'activation links last' },
      formTtlMs: { ja: '入力画面の有効時間', en: 'the registration form lasts' },
      appVersionMin: { ja: '受け付けるアプリの最も古いバージョン', en: 'oldest version of the app that is served' },
      passwordResetTtlMs: { ja: 'パスワード再設定リンクの期限', en: 'password reset links last' },
      addressConfirmationTtlMs: { ja: 'アドレス確認リンクの期限', en: 'address confirmation links last' },
      addressesMax: { ja: 'アカウントのアドレスの上限', en: 'most addresses of an account' },
      mailsPerHourMax: { ja: '1時間に送る同じ種類のメールの上限', en: 'most mails of a kind in an hour' },
      sessionTtlMs: { ja: 'ログインの期限', en: 'sessions last' },
      wrongTriesMax: { ja: 'ロックまでのパスワードの誤り', en: 'wrong passwords until the lock' },
      lockMs: { ja: 'ロックの長さ', en: 'the lock lasts' },
      lastSeenStepMs: { ja: '最終利用の記録の細かさ', en: 'grain of "last seen"' },
      passwordCost: { ja: 'パスワードのハッシュの計算量', en: 'cost of a password hash' },
    },
  },
  verify: {
    name: { ja: 'ゲート・窓口', en: 'Gate and counter' },
    parameters: {
      statusTtlMs: { ja: '失効に気づくまでの最長', en: 'a status is believed for' },
      presentationTtlMs: { ja: '端末のログアウトに気づくまでの最長', en: 'a device is believed for' },
      keysTtlMs: { ja: '発行元の鍵を覚えておく時間', en: 'keys of the issuer are kept for' },
      offlineGraceMs: { ja: '通信なしで判定を続ける時間', en: 'goes on offline for' },
      driftSteps: { ja: '許す時計のずれ（30秒単位）', en: 'drift of clocks in steps of 30 s' },
    },
  },
};
