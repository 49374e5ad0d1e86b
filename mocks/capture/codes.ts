/** Words that stand by a code which somebody is to type in. */
const announced =
  /(認証|確認|検証|承認|照合|ワンタイム|セキュリティ|暗証|仮登録)|コード|番号|パスワード|code|otp|pin\b|passcode|verification/i;

/** Four to eight digits, also in groups; letters before them as in `G-123456` are not part of it. */
const digits =
  /(?<![\d.,:/-])(?:[A-Z]{1,3}-)?(\d{4,8}|\d{3}[ -]\d{3}|\d{4}[ -]\d{4})(?![\d:/]|[.,]\d|-\d|年|円|人|件)/g;

/** How far before a code the words that announce it may stand. */
const nearCharacters = 60;

/**
 * One-time codes in a text, in the order of reading, each once: digits with words near before them that say what they
 * are. Letters of any width; a date, a price or a telephone number is none.
 */
export function codesIn(text: string): string[] {
  const codes = new Set<string>();
  const plain = text.normalize('NFKC').replace(/https?:\/\/\S+/g, ' ');
  for (const { 1: code = '', index } of plain.matchAll(digits)) {
    if (announced.test(plain.slice(Math.max(index - nearCharacters, 0), index))) codes.add(code.replace(/[ -]/, ''));
  }
  return [...codes];
}
