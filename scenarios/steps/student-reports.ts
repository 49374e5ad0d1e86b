import { Type } from 'typebox';
import { ofWhom, step, who } from './step.ts';
import { word } from './words.ts';

const symptoms = {
  'mail-not-found': { ja: 'メールが見当たりません', en: 'I cannot find the mail' },
  'mail-suspicious': { ja: 'あやしいメールが届きました', en: 'A mail looks suspicious' },
  'mail-deleted': { ja: 'メールを消してしまいました', en: 'I deleted the mail' },
  'activation-mail-not-found': { ja: '仮登録のお知らせメールが届きません', en: 'The activation mail does not arrive' },
  'app-not-installable': { ja: 'アプリをインストールできません', en: 'I cannot install the app' },
  'no-smartphone': { ja: 'スマートフォンを持っていません', en: 'I have no smartphone' },
  'update-asked': { ja: 'アプリを更新するよう表示されます', en: 'It says that the app has to be updated' },
  'cannot-open-link': { ja: 'メールのリンクから進めません', en: 'I cannot go on from the link' },
  'cannot-register': { ja: '登録に進めません', en: 'I cannot register' },
  'terms-declined': { ja: '規約に同意したくありません', en: 'I do not want to agree to the terms' },
  'password-refused': { ja: 'パスワードが受け付けられません', en: 'My password is refused' },
  'cannot-log-in': { ja: 'ログインできません', en: 'I cannot log in' },
  'gate-refuses': { ja: 'ゲートで通れません', en: 'The gate does not let me through' },
  'cannot-show-id': { ja: '学生証を表示できません', en: 'I cannot show my student ID' },
  'service-unavailable': {
    ja: 'サービスを利用できないと表示されます',
    en: 'It says that the service is not available',
  },
  'receipt-pending': {
    ja: 'アプリの表示が「申請中」のまま変わりません',
    en: 'The app keeps saying that the receipt is under way',
  },
  'id-not-listed': { ja: 'アプリに学生証が出ません', en: 'The app does not list my student ID' },
};

export const studentReports = step({
  verb: 'student.reports',
  description: { ja: '学生が困りごとを伝えます。', en: 'The student says what the trouble is.' },
  value: Type.Object({ symptom: Type.String({ enum: Object.keys(symptoms) }), who }, { additionalProperties: false }),
  sentence(value) {
    const words = word(symptoms, value.symptom);
    return { ja: `${ofWhom(value.who).ja}「${words.ja}」`, en: `${ofWhom(value.who).en}: "${words.en}."` };
  },
  async run(play, value) {
    await play.record('student.reported', { symptom: value.symptom, sentence: word(symptoms, value.symptom) });
  },
});
