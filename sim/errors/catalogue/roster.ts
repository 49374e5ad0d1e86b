import type { ErrorEntry } from '../error-entry.ts';

const fixFile = {
  ja: '名簿のその箇所を直し、もう一度取り込んでください。何も取り込まれていません。',
  en: 'Correct that place of the file and import it again; nothing was imported.',
};
const fixRow = {
  ja: 'その行を直した名簿を、もう一度取り込んでください。ほかの行は取り込まれています。',
  en: 'Correct the row and import the roster again; the other rows were imported.',
};
const lookAgain = {
  ja: '取り込まれています。意図したとおりか確かめてください。',
  en: 'The row was imported; make sure that it is what was meant.',
};
const saveAsUtf8 = {
  ja: '表計算ソフトで「CSV UTF-8（コンマ区切り）」として保存し直してください。',
  en: 'Save it again from the spreadsheet as “CSV UTF-8 (comma delimited)”.',
};

const enterAsText = {
  ja: '列の書式を「文字列」にして番号を入力し直し、もう一度取り込んでください。',
  en: 'Set the column to “text”, enter the number again and import the roster again.',
};

/** A problem with the file: 422, for the school, and no use in trying again as it is. */
const ofFile = { status: 422, audience: 'operator', retry: 'never', nextStep: fixFile } as const;
const ofRow = { ...ofFile, nextStep: fixRow } as const;
const ofTakenRow = { ...ofFile, nextStep: lookAgain } as const;

export const rosterErrors = {
  'roster-empty': {
    ...ofFile,
    title: { ja: '名簿が空です', en: 'The roster is empty' },
    detail: {
      ja: '{line}行目・{column}列目: 見出しの行がありません。',
      en: 'Line {line}, column {column}: there is no header.',
    },
  },
  'roster-no-rows': {
    ...ofFile,
    title: { ja: '名簿に学生の行がありません', en: 'The roster lists no student' },
    detail: {
      ja: '{line}行目・{column}列目: 見出しの後に行がありません。',
      en: 'Line {line}, column {column}: nothing comes after the header.',
    },
  },
  'roster-utf16': {
    ...ofFile,
    title: { ja: 'UTF-16 の名簿は読み取れません', en: 'Rosters in UTF-16 are not read' },
    detail: {
      ja: '{line}行目・{column}列目: 文字コードが UTF-16（「Unicode テキスト」）です。UTF-8 か Shift_JIS の CSV が必要です。',
      en: 'Line {line}, column {column}: the file is UTF-16 (“Unicode text”); CSV in UTF-8 or Shift_JIS is needed.',
    },
    nextStep: saveAsUtf8,
  },
  'roster-encoding': {
    ...ofFile,
    title: { ja: '名簿の文字コードを判別できません', en: 'The encoding of the roster is unclear' },
    detail: {
      ja: '{line}行目・{column}列目: UTF-8 でも Shift_JIS でも読めないバイトがあります。',
      en: 'Line {line}, column {column}: bytes that are neither UTF-8 nor Shift_JIS.',
    },
    nextStep: saveAsUtf8,
  },
  'roster-nul': {
    ...ofFile,
    title: { ja: '名簿に NUL 文字が含まれています', en: 'The roster holds a NUL character' },
    detail: {
      ja: '{line}行目・{column}列目: NUL 文字（U+0000）があります。CSV ではないファイルかもしれません。',
      en: 'Line {line}, column {column}: a NUL character (U+0000); perhaps the file is no CSV.',
    },
    nextStep: saveAsUtf8,
  },
  'roster-quote-open': {
    ...ofFile,
    title: { ja: '引用符が閉じられていません', en: 'A quote is not closed' },
    detail: {
      ja: '{line}行目・{column}列目: ここで始まる引用符（"）が閉じられていません。',
      en: 'Line {line}, column {column}: the quote (") that begins here is never closed.',
    },
  },
  'roster-quote-stray': {
    ...ofFile,
    title: { ja: '引用符の位置が正しくありません', en: 'A quote stands where none may' },
    detail: {
      ja: '{line}行目・{column}列目: セルの途中に引用符（"）があります。',
      en: 'Line {line}, column {column}: a quote (") in the middle of a cell.',
    },
  },
  'roster-record-too-long': {
    ...ofFile,
    title: { ja: '1 行が長すぎます', en: 'A row is too long' },
    detail: {
      ja: '{line}行目・{column}列目: 1行が{limit}文字を超えています。引用符の閉じ忘れかもしれません。',
      en: 'Line {line}, column {column}: one row has more than {limit} characters; perhaps a quote is not closed.',
    },
  },
  'roster-too-many-rows': {
    ...ofFile,
    title: { ja: '名簿の行数が多すぎます', en: 'The roster has too many rows' },
    detail: {
      ja: '{line}行目・{column}列目: 一度に取り込めるのは{limit}行までです。',
      en: 'Line {line}, column {column}: at most {limit} rows can be imported at once.',
    },
    nextStep: { ja: '名簿を分けて取り込んでください。', en: 'Import it in parts.' },
  },
  'roster-column-missing': {
    ...ofFile,
    title: { ja: '必要な列がありません', en: 'A column is missing' },
    detail: {
      ja: '{line}行目・{column}列目: 「{missing}」の列がありません。',
      en: 'Line {line}, column {column}: there is no column “{missing}”.',
    },
  },
  'roster-column-duplicate': {
    ...ofFile,
    title: { ja: '同じ列が 2 つあります', en: 'A column stands twice' },
    detail: {
      ja: '{line}行目・{column}列目: 「{title}」は{first}列目と同じ内容の列です。',
      en: 'Line {line}, column {column}: “{title}” means the same as column {first}.',
    },
  },
  'roster-column-unknown': {
    ...ofFile,
    title: { ja: '列の名前が分かりません', en: 'The name of a column is not known' },
    detail: {
      ja: '{line}行目・{column}列目: 「{title}」という列は分かりません。「{suggestion}」ではありませんか。',
      en: 'Line {line}, column {column}: “{title}” is no known column. Did you mean “{suggestion}”?',
    },
  },
  'roster-column-ignored': {
    ...ofTakenRow,
    title: { ja: '使わない列です', en: 'The column is not used' },
    detail: {
      ja: 'この列は学生証に使わないため、取り込みませんでした。',
      en: 'The student ID has no use for it; it was left out.',
    },
    nextStep: { ja: '対応は必要ありません。', en: 'Nothing needs to be done.' },
  },
  'roster-encoding-ambiguous': {
    ...ofTakenRow,
    title: { ja: '文字コードが2通りに読めます', en: 'The file reads in two encodings' },
    detail: {
      ja: '{encoding} として読みました。氏名が正しいか確かめてください。',
      en: 'It was read as {encoding}; look whether the names are right.',
    },
  },
  'roster-row-width': {
    ...ofRow,
    title: { ja: '列の数が見出しと合いません', en: 'The row does not fit the header' },
    detail: { ja: '見出しは {expected} 列、この行は {actual} 列です。', en: '{actual} cells, not {expected}.' },
  },
  'roster-cell-empty': {
    ...ofRow,
    title: { ja: '値がありません', en: 'The cell is empty' },
    detail: { ja: '必要な値が空です。', en: 'The value is needed and is empty.' },
  },
  'roster-cell-control-character': {
    ...ofRow,
    title: { ja: '制御文字が含まれています', en: 'The cell holds a control character' },
    detail: {
      ja: '{position} 文字目に、改行などの見えない文字（{codePoint}）があります。',
      en: 'Character {position} is an invisible one, such as a line break ({codePoint}).',
    },
  },
  'roster-cell-unreadable': {
    ...ofRow,
    title: { ja: '読み取れない文字（外字）があります', en: 'The cell holds an unreadable character' },
    detail: {
      ja: '{position} 文字目（{codePoint}）は外字か文字化けです。ほかの端末では表示できません。',
      en: 'Character {position} ({codePoint}) is private to one system or was lost in a conversion; no other device shows it.',
    },
    nextStep: {
      ja: 'Unicode にある文字（髙・﨑・𠮷 などは使えます）で書き直し、もう一度取り込んでください。',
      en: 'Write it with a character of Unicode (髙, 﨑 and 𠮷 are fine) and import the roster again.',
    },
  },
  'roster-cell-too-long': {
    ...ofRow,
    title: { ja: '値が長すぎます', en: 'The cell is too long' },
    detail: { ja: '{limit}文字を超えています。', en: 'It has more than {limit} characters.' },
  },
  'roster-cell-formula': {
    ...ofRow,
    title: { ja: '数式として実行されうる値です', en: 'The cell could run as a formula' },
    detail: {
      ja: '値が = + - @ のいずれかで始まっています。',
      en: 'It begins with =, +, - or @, which spreadsheets run as a formula.',
    },
  },
  'roster-cell-normalised': {
    ...ofTakenRow,
    title: { ja: '文字の種類をそろえました', en: 'The cell was normalised' },
    detail: {
      ja: '全角・半角などの違いをそろえて取り込みました。',
      en: 'Characters of two widths were brought into one.',
    },
  },
  'roster-name-suspect': {
    ...ofTakenRow,
    title: { ja: '氏名が文字化けしているかもしれません', en: 'The name may be broken' },
    detail: {
      ja: '? や 〓 など、文字化けでよく現れる文字が含まれています。',
      en: 'It holds characters that often stand for lost ones, such as ? or 〓.',
    },
  },
  'roster-number-form': {
    ...ofRow,
    title: { ja: '学籍番号の形が正しくありません', en: 'The student number has the wrong form' },
    detail: { ja: '英数字とハイフン、32 文字までです。', en: 'It may have letters, digits and hyphens, 32 at most.' },
  },
  'roster-number-scientific': {
    ...ofRow,
    title: { ja: '学籍番号が指数表記になっています', en: 'The student number is in scientific notation' },
    detail: {
      ja: '表計算ソフトが番号を 1.2E+09 のような数値に変えています。',
      en: 'A spreadsheet turned the number into something like 1.2E+09.',
    },
    nextStep: enterAsText,
  },
  'roster-number-short': {
    ...ofRow,
    title: { ja: '学籍番号の先頭のゼロが欠けています', en: 'The student number has lost its leading zeros' },
    detail: {
      ja: 'ほかの番号は {common} 桁ですが、この番号は {width} 桁です。{suggestion} ではありませんか。',
      en: 'The others have {common} digits, this one {width}. Did you mean {suggestion}?',
    },
    nextStep: enterAsText,
  },
  'roster-number-duplicate': {
    ...ofRow,
    title: { ja: '学籍番号が重複しています', en: 'The student number stands twice' },
    detail: {
      ja: '{firstLine} 行目と同じ学籍番号です。先の行だけを取り込みました。',
      en: 'Line {firstLine} has the same number; only that row was imported.',
    },
  },
  'roster-student-duplicate': {
    ...ofRow,
    title: { ja: '同じ学生が2回載っています', en: 'The same student stands twice' },
    detail: {
      ja: '{firstLine} 行目と氏名・アドレスが同じで、学籍番号だけが違います。',
      en: 'Name and address are those of line {firstLine}, under another student number.',
    },
  },
  'roster-address-shared': {
    ...ofTakenRow,
    title: { ja: 'アドレスがほかの学生と同じです', en: 'Another student has the same address' },
    detail: {
      ja: '{firstLine} 行目の学生と同じアドレスです。家族で共有しているか、入力の誤りです。',
      en: 'It is the address of the student of line {firstLine}: shared in a family, or a slip.',
    },
  },
  'roster-address-form': {
    ...ofRow,
    title: { ja: 'メールアドレスではありません', en: 'This is not an email address' },
    detail: { ja: '「名前@ドメイン」の形になっていません。', en: 'It does not have the form name@domain.' },
  },
  'roster-address-domain': {
    ...ofRow,
    title: { ja: 'アドレスのドメインが正しくありません', en: 'The domain of the address is not one' },
    detail: { ja: '@ の後がドメイン名の形になっていません。', en: 'What follows the @ cannot be a domain name.' },
  },
  'roster-address-local-part': {
    ...ofRow,
    title: { ja: 'アドレスの @ の前が正しくありません', en: 'The address is wrong before the @' },
    detail: {
      ja: '@ の前に、アドレスに使えない文字や長さがあります（{reason}）。',
      en: 'What stands before the @ has a character or a length that addresses cannot have ({reason}).',
    },
  },
  'roster-address-dots': {
    ...ofRow,
    title: { ja: 'アドレスのドットの位置が正しくありません', en: 'The address has a dot where none may be' },
    detail: {
      ja: '@ の直前・先頭・連続したドットは、このドメインのアドレスには使えません（RFC 5321）。',
      en: 'Dots at the start, at the end or in a row are not allowed at this domain (RFC 5321).',
    },
  },
  'roster-address-carrier': {
    ...ofTakenRow,
    title: { ja: '規格外の古い携帯アドレスです', en: 'An old carrier address outside the standard' },
    detail: {
      ja: 'RFC 5321 に合わない形ですが、ドコモ・au で今も使われているため取り込みました。届かないことがあります。',
      en: 'RFC 5321 forbids its form, but docomo and au still serve such addresses, so it was taken. Mail may not arrive.',
    },
    nextStep: {
      ja: '届かないときは、別のアドレスの登録を学生に依頼してください。',
      en: 'If mail does not arrive, ask the student for another address.',
    },
  },
  'roster-address-typo': {
    ...ofRow,
    title: { ja: 'アドレスのドメインの入力誤りのようです', en: 'The domain of the address looks like a slip' },
    detail: {
      ja: '「{domain}」は「{suggestion}」ではありませんか。',
      en: 'Did you mean “{suggestion}” instead of “{domain}”?',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
