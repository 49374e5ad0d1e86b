import { describe, expect, it } from 'vitest';
import { readLetter } from '../letter.ts';
import { lint } from '../lint.ts';
import { type Given, link, mailOf, trips, word } from '../lint-fixture.ts';
import { carrierRules } from './carriers.ts';
import { htmlRules } from './html.ts';
import { linkRules } from './links.ts';

const html = (inside: string): Given => ({
  html: `<body>学生証を受け取ってください。期限は1週間です。見本大学からのお知らせです。${inside}</body>`,
});
const text = (inside: string): Given => ({ text: inside, html: '' });
const anchor = (href: string, shown: string): Given => html(`<a href="${href}">${shown}</a>`);

describe('links', () => {
  trips(linkRules, [
    [
      'link-mismatch',
      anchor('https://evil.example/', 'https://openbadge.net/'),
      anchor(link, 'https://wallet.openbadge.net/'),
    ],
    [
      'link-mismatch',
      anchor('https://evil.example/', '<b>openbadge.net</b>'),
      anchor('https://evil.example/', '受け取る'),
    ],
    [
      'link-mismatch',
      anchor('https://openbadge.net.evil.example/', 'www.openbadge.net'),
      anchor('https://wallet.openbadge.net/', 'www.openbadge.net'),
    ],
    ['link-userinfo', text('https://openbadge.net@evil.example/'), text(link)],
    ['link-address', text('https://192.0.2.1/a'), text(link)],
    ['link-shortener', text('https://bit.ly/abc'), text(link)],
    ['link-foreign-host', text('https://openbadge.example/'), text(link)],
    [
      'link-foreign-host',
      text('https://wallet.openbadge.test/'),
      { ...text('https://wallet.openbadge.test/'), ownHosts: ['wallet.openbadge.test'] },
    ],
    ['link-insecure', text('http://openbadge.net/'), text(link)],
    [
      'link-cut',
      text(`${'x'.repeat(40)} ${link}\r\nabc/def?a=1\r\n`),
      text(`${'x'.repeat(40)} ${link}\r\nSee you.\r\n`),
    ],
    ['link-over-wrap', text(`${link}${'x'.repeat(60)}`), { text: `${link}${'x'.repeat(60)}` }],
    ['link-only-in-html', { text: '開いてください。' }, { text: link }],
  ]);
});

describe('HTML', () => {
  trips(htmlRules, [
    ['text-missing', { text: '', html: '<p>a</p>' }, { text: 'a', html: '<p>a</p>' }],
    ['html-active', html('<script>alert(1)</script>'), html('<!-- <script> --><p>&lt;script&gt;</p>')],
    ['html-active', html('<p onclick="x()">a</p>'), html('<p title="onclick=x">a</p>')],
    ['html-active', html('<a href="javascript:x()">a</a>'), html('<a href="https://a.test/javascript:x">a</a>')],
    ['html-form', html('<input name="password">'), html('<p>a</p>')],
    ['html-external-style', html('<link rel="stylesheet" href="a.css">'), html('<link rel="icon" href="a.png">')],
    ['html-external-style', html('<style>@import url(a.css);</style>'), html('<style>p { margin: 0 }</style>')],
    ['html-images-only', { html: '<img src="a.png" alt=""><p>a</p>' }, html('<img src="a.png" alt="">')],
    ['html-remote-images', html('<img src="https://a.test/a.png" alt="">'), html('<img src="cid:a" alt="">')],
    ['image-alt-missing', html('<img src="cid:a">'), html('<img src="cid:a" alt="">')],
    [
      'html-too-wide',
      html('<table width="600"></table>'),
      html('<table width="100%" style="max-width:600px"></table>'),
    ],
    ['html-too-wide', html('<div style="min-width: 600px"></div>'), html('<div style="width:320px"></div>')],
    ['html-viewport-missing', html(''), {}],
    ['html-tiny-text', html('<p style="font-size: 8pt">a</p>'), html('<p style="font-size: 14px">a</p>')],
    ['html-dark-mode', html('<p style="color:#000">a</p>'), html('<p style="color:#000;background:#fff">a</p>')],
    [
      'html-dark-mode',
      html('<font color="black">a</font>'),
      html('<div style="background:#fff"><p>a<p style="color:#000">b</div>'),
    ],
    [
      'html-dark-mode',
      html('<div style="background:#fff"><p>a</div><p style="color:#000">b'),
      html('<p style="color:inherit">a'),
    ],
    ['html-clipped', html(`<p>${'あ'.repeat(40_000)}</p>`), html('')],
  ]);
});

describe('carriers', () => {
  const subject = (each: string): Given => ({ header: { Subject: word(each) } });
  trips(carrierRules, [
    ['message-too-large', { body: `\r\n${'x'.repeat(1024 ** 2)}\r\n` }, {}],
    ['subject-cut', subject('【見本大学】からオープンバッジ発行のお知らせ'), subject('学生証のお知らせ')],
    ['subject-cut', subject('a'.repeat(41)), subject('a'.repeat(40))],
    ['subject-long', subject('あ'.repeat(41)), subject('あ'.repeat(40))],
    ['carrier-link-filter', text(link), text('a')],
    ['carrier-html-filter', html(''), text('a')],
    ['carrier-pc-mail', {}, { header: { From: 'taro@docomo.ne.jp' } }],
    [
      'bulk-sender-rules',
      {},
      { evidence: { from: 'header', envelopeDomain: '', spf: 'pass', dkim: 'pass', dmarc: 'pass' } },
    ],
  ]);

  it('say what is left of a subject', () => {
    const letter = readLetter(mailOf(subject('【見本大学】からオープンバッジ発行のお知らせ')));
    expect(lint(letter, carrierRules).find(({ rule }) => rule === 'subject-cut')?.found.ja).toBe(
      '件名が全角20文字を超えています。一覧では「【見本大学】からオープンバッジ発行のお知…」までしか見えない端末があります。',
    );
  });
});
