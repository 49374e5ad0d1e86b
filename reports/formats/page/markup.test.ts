import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { both, escapeHtml, html } from './markup.ts';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

describe('html', () => {
  it('escapes what is inserted, once, and leaves markup as it is', () => {
    const inner = html`<b>${'<&>'}</b>`;
    expect(String(html`<p title="${'"'}">${inner}${[inner, 7, undefined]}</p>`)).toBe(
      '<p title="&quot;"><b>&lt;&amp;&gt;</b><b>&lt;&amp;&gt;</b>7</p>',
    );
  });

  it('never lets a text end its place, and loses none of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']/);
        const read = escaped.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
        expect(read).toBe(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\ufffd'));
      }),
      { seed: 1 },
    );
  });

  it('writes a text once when both languages are the same', () => {
    expect(String(both({ ja: 'au', en: 'au' }))).toBe('<bdi>au</bdi>');
    expect(String(both({ ja: 'ドコモ', en: 'docomo' }))).toBe(
      '<span lang="ja">ドコモ</span><span lang="en">docomo</span>',
    );
  });
});
