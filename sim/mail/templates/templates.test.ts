import { describe, expect, it } from 'vitest';
import type { Language } from '../../errors/index.ts';
import { parseInstant } from '../../kernel/index.ts';
import type { MailKind, MailOrder } from '../mail-order.ts';
import { contentOf, renderHtml, renderText } from './index.ts';

const expiresAt = parseInstant('2026-04-15T09:05:00+09:00') ?? 0;
const link = 'https://wallet.openbadge.test/receive/t0ken';
const kinds: readonly MailKind[] = [
  'issue-notice',
  'activation',
  'password-reset',
  'address-confirmation',
  'receipt-number',
];

function content(kind: MailKind, language: Language, names = { recipientName: '見本 花子', issuerName: '見本大学' }) {
  const order = {
    kind,
    forwardPath: 'a@example.test',
    variables: { ...names, number: '482913', link, expiresAt },
  } as MailOrder;
  return contentOf(order, link, language, { hasSubjectBrackets: true });
}

describe('the mails', () => {
  it.each([
    ['issue-notice', '【見本大学】からオープンバッジ発行のお知らせ'],
    ['activation', 'オープンバッジサービス仮登録のお知らせ'],
  ] as const)('%s has the subject of the manual', (kind, subject) => {
    expect(content(kind, 'ja').subject).toBe(subject);
  });

  it.each(kinds)('%s tells what to do, until when, and who to ask, in both forms and languages', (kind) => {
    for (const [language, until] of [
      ['ja', '2026年4月15日（水）9:05'],
      ['en', 'Wednesday, 15 April 2026, 9:05 (Japan time)'],
    ] as const) {
      const said = content(kind, language);
      for (const body of [renderText(said, language), renderHtml(said, language)]) {
        expect(body).toContain('見本 花子');
        expect(body).toContain(said.action.label);
        // The opening sends the reader there by name, because a text body has no button.
        expect(said.opening.join('')).toContain(said.action.label);
        expect(body).toContain(link);
        expect(body).toContain(until);
        expect(body).toContain('https://support.openbadge.net/ja/contact/');
      }
    }
  });

  it.each(['issue-notice', 'activation'] as const)('%s names the phones that the app runs on', (kind) => {
    expect(renderText(content(kind, 'ja'), 'ja')).toMatch(/iOS 15\.0 以上、または Android 7\.0 以上/);
    expect(renderText(content(kind, 'en'), 'en')).toMatch(/iOS 15\.0 or later, or Android 7\.0 or later/);
  });

  it('sends questions about issuing to the school by its name', () => {
    expect(renderText(content('issue-notice', 'ja'), 'ja')).toContain('再発行について: 見本大学の窓口');
  });

  it('shows the link in full below the button, and declares its language', () => {
    const html = renderHtml(content('issue-notice', 'ja'), 'ja');
    expect(html).toContain('<html lang="ja">');
    expect(html.split(`href="${link}"`)).toHaveLength(3);
    expect(html).toContain(`>${link}</a>`);
    expect(html).not.toMatch(/<(img|script|link|iframe)\b/);
  });

  it('escapes everything that came from outside', () => {
    const names = { recipientName: '<b>"花子"</b>', issuerName: "A&B<script>'x'" };
    const html = renderHtml(content('issue-notice', 'ja', names), 'ja');
    expect(html).not.toContain('<b>');
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;b&gt;&quot;花子&quot;&lt;/b&gt; 様');
    expect(html).toContain('A&amp;B&lt;script&gt;&#39;x&#39;');
  });
});
