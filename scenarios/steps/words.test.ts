import { describe, expect, it } from 'vitest';
import { screenCatalogue } from '#drivers/handset';
import { topics } from '#mocks/school';
import { stepOf, verbs } from './index.ts';
import { screenNames } from './screen-names.ts';

describe('the words of the steps', () => {
  it('name every screen that a handset can show, and no other', () => {
    expect(Object.keys(screenNames).sort()).toEqual(Object.keys(screenCatalogue).sort());
  });

  it('know every topic that a desk answers', () => {
    const asks = stepOf('student.asks');
    for (const [about, { question }] of Object.entries(topics)) {
      expect(asks.sentence({ party: 'school', about }).ja).toContain(question.ja.replace(/。$/, ''));
    }
  });

  it('describe every verb in both languages', () => {
    for (const { verb, description } of verbs) {
      expect(description.ja, verb).toMatch(/\p{Script=Hiragana}.*。$/u);
      expect(description.en, verb).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('are one verb each', () => {
    const names = verbs.map(({ verb }) => verb);
    expect(new Set(names).size).toBe(names.length);
  });

  const said = (verb: string, value: unknown, language: 'ja' | 'en' = 'ja'): string =>
    stepOf(verb).sentence(value)[language];

  it.each([
    ['school.reissues', { credential: 'first', mode: '$mode' }, '学校が再発行する（方法は組み合わせごと: mode）'],
    ['school.reissues', { credential: 'first', mode: 'resend' }, '学校が同じ学生証のメールを再送する'],
    ['clock.advance', '$delay', '時間が過ぎる（組み合わせごと: delay）'],
    ['clock.advanceTo', '2026-04-10T09:00:00+09:00', '2026年4月10日 9:00になる'],
    [
      'student.asks',
      { party: 'lecos', about: '$about' },
      '学生がLecoSの窓口に問い合わせる（内容は組み合わせごと: about）',
    ],
    ['student.opensLink', { on: 'pc' }, '学生が発行のお知らせメールのリンクをPCで開く'],
    ['student.opensLink', { in: 'mail-app' }, '学生が発行のお知らせメールのリンクをメールアプリの中で開く'],
    ['student.opensLink', { wrappedAt: 40 }, '学生が発行のお知らせメールのリンクを改行で切れた1行目だけで（40字）開く'],
    ['student.updatesApp', 'wallet', '学生がアプリストアでLecoSアプリの「アップデート」を押す'],
    ['student.removesApp', { app: 'wallet', on: 'old' }, '学生が古い端末でLecoSアプリを削除する'],
    ['student.logsIn', { app: 'old-wallet' }, '学生が似た名前のアプリ（オープンバッジ2.0用）にログインする'],
    ['student.startsRegistration', {}, '学生がアプリから新規登録を始めようとする'],
    ['student.startsRegistration', { at: 'gmail' }, '学生がGmailのアドレスで、アプリから新規登録を始めようとする'],
    ['student.declinesTerms', {}, '学生がどちらにも同意せずに「次へ」を押す'],
    [
      'student.declinesTerms',
      { agreesTo: '$boxes' },
      '学生が一方以下だけに同意して（組み合わせごと: boxes）「次へ」を押す',
    ],
    ['handset.store', { country: 'JP' }, '端末で使うアプリストアのアカウントの国をJPに変える'],
    [
      'handset.store',
      { freeMb: 900, approval: 'given', on: 'new' },
      '新しい端末の空き容量を900 MBにする。保護者が新しい端末へのアプリのインストールを承認する',
    ],
    ['handset.store', { approval: 'needed' }, '端末へのアプリのインストールに、保護者の承認が必要になる'],
    ['student.leavesApp', {}, '学生がほかのアプリへ移る'],
    ['student.returnsToApp', { who: 'taro' }, '学生（taro）が元の画面に戻る'],
    ['handset.appSync', { is: '$cause' }, '端末のLecoSアプリが同期しなくなる（原因は組み合わせごと: cause）'],
    ['student.activates', { on: 'pc' }, '学生が仮登録のお知らせメールのボタンからPCでアカウントを有効にする'],
    ['expect.screen', { screen: 'activated', on: '$pc' }, '別の端末（組み合わせごと: pc）の画面は有効化の完了になる'],
    ['gate.scans', { verdict: 'refused', who: 'taro' }, 'ゲートで学生（taro）の学生証をかざすと、通行できない'],
    [
      'student.checksSender',
      { of: 'outside', genuine: false },
      '学生が外部からのメールの差出人とリンク先を確かめると、本物ではないと分かる',
    ],
    ['school.importsRoster', { csv: '', encoding: 'shift_jis' }, '学校が、Shift_JISで保存した名簿を取り込む'],
    ['student.registers', { password: 'abc123' }, '学生が氏名とパスワード「abc123」を入力して登録する'],
    ['student.registers', { password: '••••••••' }, '学生が氏名とパスワードを入力して登録する'],
    [
      'student.changesMailSetting',
      { setting: 'easySetting', value: 'strong' },
      '学生がメールの設定を変える（かんたん設定: 強）',
    ],
    ['fault.inject', { fault: 'service-down', with: { service: 'wallet' } }, 'ウォレットのサービスが停止する'],
    ['fault.heal', { fault: 'service-down' }, '停止していたサービスが復旧する'],
    ['expect.screen', { screen: 'link-superseded' }, '画面は「新しいメールのリンクをお使いください」になる'],
    [
      'expect.sender',
      { state: 'rejected', replyCode: 550 },
      '送信側から見えるのは「相手のサーバーに断られた（550）」だけ',
    ],
    [
      'expect.issuer',
      { credentials: { active: 1, superseded: '$n' } },
      '発行側の記録では、学生証は有効1件、差し替え済みの件数（組み合わせごと: n）',
    ],
    ['school.issues', { period: '2026', to: 'taro' }, '学校が学生（taro）に2026年度のスマート学生証を発行する'],
    ['school.releasesMail', {}, '学校のメールの管理者が、検疫にある発行のお知らせメールを解放する'],
    ['issuer.changesDns', { record: 'spf', state: 'right' }, 'LecoSが openbadge.net のSPFレコードを直す'],
    [
      'issuer.changesDns',
      { record: 'dmarc', state: 'none' },
      'LecoSが openbadge.net のDMARCレコードを「監視のみ（none）」で公開する',
    ],
    [
      'issuer.changesDns',
      { record: '$r', state: '$s' },
      'LecoSが openbadge.net のDNSレコード（組み合わせごと: r）を変える（組み合わせごと: s）',
    ],
    ['student.addsContact', {}, '学生が service@openbadge.net を連絡先（電話帳）に登録する'],
    [
      'student.changesMailSetting',
      { setting: '$setting', value: '$value' },
      '学生がメールの設定を変える（組み合わせごと: setting）',
    ],
    ['student.checksFolder', { folder: 'inbox', at: 'gmail' }, '学生がGmailの受信トレイを確認する'],
    ['student.checksTab', { tab: '$tab' }, '学生がタブ（組み合わせごと: tab）を確認する'],
    ['student.fillsStorage', { who: 'taro' }, '学生（taro）のメールボックスが、古いメールや写真でいっぱいになる'],
    ['student.freesStorage', {}, '学生が古いメールや写真を消して、容量を空ける'],
    [
      'student.releasesMail',
      { outcome: 'refused' },
      '学生が検疫のページで発行のお知らせメールを解放しようとするが、許されるのは管理者だけ',
    ],
    [
      'student.setsForwarding',
      { to: 'au', subject: 'changed' },
      '学生が、学校に届け出たメールをauへ自動転送する設定にする（件名の前に [meiwaku] が付く）',
    ],
    ['student.searchesMail', { text: '学生証', found: 0 }, '学生が「学生証」でメールを検索するが、見つからない'],
    ['expect.conversation', { mails: 2 }, '受信トレイでは、発行のお知らせメールが2通まとまって1行に見える'],
    [
      'expect.mail',
      { folder: 'inbox', tab: 'promotions', kind: 'issue-notice', count: 1, within: '5m', at: 'gmail', who: 'taro' },
      '5分以内に、学生（taro）のGmailのプロモーションタブに発行のお知らせメールが1通ある',
    ],
    [
      'expect.mail',
      { folder: 'inbox', kind: 'issue-notice', mark: 'sender-warning' },
      '受信トレイに発行のお知らせメール（なりすましの注意の表示つき）がある',
    ],
    ['expect.mail', { folder: 'quarantine', count: 0 }, '検疫にメールはない'],
  ])('of %s %j read well in Japanese', (verb, value, sentence) => {
    expect(said(verb, value)).toBe(sentence);
  });

  it.each([
    ['clock.advance', '1d', '1 day goes by'],
    ['clock.advance', '1d12h', '1 day 12 hours go by'],
    ['expect.mail', { folder: 'inbox', kind: 'issue-notice', count: 1 }, 'The inbox holds exactly 1 issue notice'],
    ['expect.mail', { folder: 'junk', count: 2 }, 'The junk folder holds exactly 2 mails'],
    ['expect.mail', { folder: 'inbox', kind: 'activation' }, 'The activation mail is in the inbox'],
    ['issuer.stopsAfter', { count: 1 }, 'The next batch will break off after 1 credential'],
    [
      'school.issues',
      { to: 'taro', in: '2d' },
      'The school schedules the smart student ID to be issued to the student (taro) in 2 days',
    ],
    ['issuer.changesDns', { record: 'dkim', state: 'right' }, 'LecoS puts the DKIM key of openbadge.net right'],
    ['student.searchesMail', { text: 'badge', found: 2 }, 'The student searches the mailbox for "badge" and finds 2'],
    ['student.setsForwarding', { to: 'au' }, 'The student has the mail that the school writes to forwarded to au'],
    ['student.releasesMail', {}, 'The student releases the issue notice on the page of the quarantine'],
    ['expect.conversation', { mails: 1 }, 'In the inbox the issue notice has a line of its own'],
    [
      'expect.mail',
      { folder: 'junk', count: 0, at: 'docomo', who: 'taro' },
      'The junk folder of docomo of the student (taro) holds no mail',
    ],
    ['expect.mail', { folder: 'inbox', within: '5m' }, 'The mail is in the inbox within 5 minutes'],
  ])('of %s %j read well in English', (verb, value, sentence) => {
    expect(said(verb, value, 'en')).toBe(sentence);
  });
});
