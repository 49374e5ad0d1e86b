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
  ])('of %s %j read well in English', (verb, value, sentence) => {
    expect(said(verb, value, 'en')).toBe(sentence);
  });
});
