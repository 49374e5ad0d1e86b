import { organisationalDomain } from '#sim/kernel';
import { linksIn } from '../../mailbox/index.ts';
import type { Letter } from '../letter.ts';
import { anchorsOf, urlsOf } from '../letter-links.ts';
import { type LintRule, when } from '../rule.ts';

/** Services that hide where a link leads; assumption: the ones that Japanese filters know best. */
const shorteners = new Set(
  'bit.ly tinyurl.com t.co goo.gl ow.ly is.gd buff.ly x.gd lin.ee onl.la onl.sc onl.tw ux.nu urx3.nu qr.paps.jp'.split(
    ' ',
  ),
);

const wrapColumns = 76;

function hostsOf(letter: Letter): readonly string[] {
  return [...new Set(urlsOf(letter).map(({ hostname }) => hostname))];
}

/** Whether a host belongs to who the mail says it is from. */
function isOwn(host: string, { fromDomain, ownHosts }: Letter): boolean {
  if (ownHosts.some((own) => host === own || host.endsWith(`.${own}`))) return true;
  return fromDomain !== '' && organisationalDomain(host) === organisationalDomain(fromDomain);
}

function isIpAddress(host: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$|^\[/.test(host);
}

/** The host that the text of a link shows, when it looks like one. */
function hostShown(text: string): string | undefined {
  const found = /^(?:https?:\/\/)?((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})(?:[/:?#]|$)/i.exec(text.slice(0, 300));
  return found?.[1]?.toLowerCase();
}

/** Links of the text body that end at the end of a full line and go on in the next. */
function cutLinks(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const last = line.slice(Math.max(line.lastIndexOf(' '), line.lastIndexOf('　')) + 1);
    const link = /https?:\/\/.+/.exec(last)?.[0];
    const next = lines[index + 1] ?? '';
    const goesOn = /^[\w\-.~/?#&=%+]{4,}$/.test(next) && /[/?=&%\d]/.test(next);
    return link !== undefined && line.length >= wrapColumns - 6 && goesOn ? [link] : [];
  });
}

export const linkRules: readonly LintRule[] = [
  {
    rule: 'link-mismatch',
    severity: 'error',
    found: {
      ja: '表示は「{shown}」ですが、リンク先は「{host}」です。',
      en: 'The link shows "{shown}" and leads to "{host}".',
    },
    advice: {
      ja: '表示とリンク先を合わせてください。フィッシング詐欺とみなされ、学生にも開かないように案内されています。',
      en: 'Let both be the same: filters take it for phishing, and students are told not to open such links.',
    },
    source: 'assumption: what every phishing guide names first',
    find: (letter) =>
      anchorsOf(letter).flatMap(({ href, text }) => {
        const [shown, host] = [hostShown(text), URL.parse(href)?.hostname];
        if (shown === undefined || host === undefined) return [];
        return when(organisationalDomain(shown) !== organisationalDomain(host), { shown, host });
      }),
  },
  {
    rule: 'link-userinfo',
    severity: 'error',
    found: {
      ja: 'リンクのホスト名の前に「@」があります（{host}）。',
      en: 'A link has something before an @ ({host}).',
    },
    advice: {
      ja: '「https://名前@ホスト/」の形をやめてください。別のサイトに見せかける手口と同じです。',
      en: 'Leave it out: that is how one site is dressed up as another.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc3986#section-7.6',
    find: (letter) =>
      urlsOf(letter)
        .filter(({ username, password }) => username !== '' || password !== '')
        .map(({ hostname }) => ({ host: hostname })),
  },
  {
    rule: 'link-address',
    severity: 'warning',
    found: { ja: 'リンク先がIPアドレスです（{host}）。', en: 'A link leads to a bare IP address ({host}).' },
    advice: { ja: 'ホスト名のリンクにしてください。', en: 'Use a name.' },
    source: 'assumption: filters count it as a sign of phishing',
    find: (letter) =>
      hostsOf(letter)
        .filter(isIpAddress)
        .map((host) => ({ host })),
  },
  {
    rule: 'link-shortener',
    severity: 'warning',
    found: { ja: '短縮URLがあります（{host}）。', en: 'A link is shortened ({host}).' },
    advice: {
      ja: '元のURLを書いてください。URLフィルタの対象になりやすく、どこへ行くか学生に分かりません。',
      en: 'Write the whole link: filters list such hosts, and a student cannot see where it leads.',
    },
    source: 'assumption: hosts that carriers list in URL filters are not published',
    find: (letter) =>
      hostsOf(letter)
        .filter((host) => shorteners.has(host))
        .map((host) => ({ host })),
  },
  {
    rule: 'link-foreign-host',
    severity: 'warning',
    found: {
      ja: 'リンク先 {host} が、Fromのドメイン {domain} と別の組織です。',
      en: 'A link leads to {host}, another organisation than From ({domain}).',
    },
    advice: {
      ja: '同じドメインのリンクにするか、別のサイトに進むことを本文で説明してください。',
      en: 'Link within the domain, or say in the text that another site follows.',
    },
    source: 'assumption: filters and readers take it for a sign of phishing',
    find: (letter) =>
      hostsOf(letter)
        .filter((host) => letter.fromDomain !== '' && !isOwn(host, letter))
        .filter((host) => !shorteners.has(host) && !isIpAddress(host))
        .map((host) => ({ host, domain: letter.fromDomain })),
  },
  {
    rule: 'link-insecure',
    severity: 'warning',
    found: {
      ja: '暗号化されないリンク（http:）があります（{host}）。',
      en: 'A link is not encrypted, http: ({host}).',
    },
    advice: { ja: 'https: にしてください。', en: 'Use https:.' },
    source: 'https://www.rfc-editor.org/rfc/rfc9110#section-4.2.2',
    find: (letter) =>
      [...new Set(urlsOf(letter).flatMap(({ protocol, hostname }) => (protocol === 'http:' ? [hostname] : [])))].map(
        (host) => ({ host }),
      ),
  },
  {
    rule: 'link-cut',
    severity: 'error',
    found: {
      ja: '{host} へのリンクが改行で切れています。',
      en: 'A link to {host} is cut by a line end.',
    },
    advice: {
      ja: 'リンクを1行に書き、base64かquoted-printableで送ってください。切れたリンクは「無効なURL」になります。',
      en: 'Keep a link on one line, and send the body as base64 or quoted-printable: half a link is no link.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc3676 (programs wrap at 76 to 78 columns)',
    // The link itself may be live: nothing that is printed shows it.
    find: ({ text }) => cutLinks(text).map((link) => ({ host: URL.parse(link)?.hostname ?? '…' })),
  },
  {
    rule: 'link-over-wrap',
    severity: 'notice',
    found: {
      ja: `${wrapColumns}文字を超えるリンクがあります（{length}文字）。`,
      en: `A link is longer than ${wrapColumns} characters ({length}).`,
    },
    advice: {
      ja: '短いリンクにするか、HTMLの本文も付けてください。折り返すメールソフトでは、リンクが途中で切れます。',
      en: 'Shorten it, or send HTML as well: programs wrap long lines, and the link with them.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc3676',
    find: ({ text, html }) => {
      if (html.trim() !== '') return [];
      const longest = Math.max(
        0,
        ...linksIn(text, '')
          .slice(0, 1_000)
          .map(({ length }) => length),
      );
      return when(longest > wrapColumns, { length: longest });
    },
  },
  {
    rule: 'link-only-in-html',
    severity: 'warning',
    found: {
      ja: 'HTMLにしかないリンクがあります（{host}）。',
      en: 'A link stands in the HTML alone ({host}).',
    },
    advice: {
      ja: 'テキストの本文にも同じリンクを書いてください。テキストで読む学生は先に進めません。',
      en: 'Write it into the text as well: who reads plain text is stuck.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc2046#section-5.1.4',
    find: ({ text, html }) => {
      if (text.trim() === '') return [];
      const inText = new Set(linksIn(text, ''));
      const missing = linksIn('', html).filter((link) => !inText.has(link));
      return [...new Set(missing.map((link) => URL.parse(link)?.hostname ?? ''))].map((host) => ({ host }));
    },
  },
];
