import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from './recording-terminal.ts';

/** A mail of a school as a mail program saves it, with a link and lines that end as on Unix. */
const notice = `From: =?UTF-8?B?${Buffer.from('事務局').toString('base64')}?= <jimu@mihon-u.ac.jp>
To: hanako@docomo.ne.jp
Subject: =?UTF-8?B?${Buffer.from('スマート学生証のお知らせ').toString('base64')}?=
Date: Wed, 1 Apr 2026 09:00:00 +0900
Message-ID: <notice@mihon-u.ac.jp>
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8

https://wallet.openbadge.test/receive/example
.
`;

/** Puts it, or another text, into the folder of a desk, for tests. */
export function withNotice(desk: Desk, text = notice): string {
  writeFileSync(join(desk.folder, 'notice.eml'), text);
  return 'notice.eml';
}
