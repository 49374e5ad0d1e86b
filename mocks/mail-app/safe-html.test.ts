import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeHtml } from './safe-html.ts';

const options = {
  linksTo: 'tapped',
  showsImages: true,
  inlineImage: (contentId: string) => (contentId === 'logo' ? 'data:image/png;base64,AAAA' : undefined),
};

function shown(html: string): string {
  return safeHtml(html, options).html;
}

describe('a mail’s HTML written anew', () => {
  it.each([
    ['text and known elements stay', '<p class="a">花子 &amp; 太郎</p>', '<p class="a">花子 &amp; 太郎</p>'],
    ['an unknown element goes, its text stays', '<blink>x</blink><o:p>y</o:p>', 'xy'],
    ['a script goes with all that is in it', 'a<script>alert(1)</script>b', 'ab'],
    ['a handler goes', '<b onclick="alert(1)" onmouseover=x>c</b>', '<b>c</b>'],
    ['a link leads to the question', '<a href="https://a.test/x" target=_top>y</a>', '<a href="tapped/0">y</a>'],
    ['a script for a link goes', '<a href="javascript:alert(1)">y</a>', '<a>y</a>'],
    ['a link by mail or phone goes', '<a href="mailto:a@b.test">y</a>', '<a>y</a>'],
    ['a form goes, its words stay', '<form action="https://a.test"><input name=a>送信</form>', '送信'],
    ['a drawing goes as a whole', 'a<svg><a href="https://x.test"><text>b</text></a><svg></svg></svg>c', 'ac'],
    ['a value cannot leave its quotes', `<b title='"><script>'>x</b>`, '<b>x</b>'],
    ['nor a style', `<b style='a:"><script>'>x</b>`, '<b style="a:&quot;&gt;&lt;script&gt;">x</b>'],
    ['a style sheet cannot end itself', '<style>a{}<!--</style>', '<style>a{} !--</style>'],
    ['the body’s look stays', '<body bgcolor="#eee"><p>x</body>', '<div bgcolor="#eee"><p>x</div>'],
    ['a carried image is shown', '<img src="cid:logo" alt=l>', '<img src="data:image/png;base64,AAAA" alt="l">'],
    ['an image in the text too', '<img src="data:image/gif;base64,R0lG">', '<img src="data:image/gif;base64,R0lG">'],
    [
      'a document that calls itself an image is not',
      '<img src="data:image/svg+xml;base64,AAAA" alt=x>',
      '<span class="todoku-no-image" role="img">x</span>',
    ],
    [
      'a remote one is named instead',
      '<img src="https://a.test/x.png" alt="ロゴ">',
      '<span class="todoku-no-image" role="img">ロゴ</span>',
    ],
    ['a pixel is nothing', '<img src="https://a.test/t.gif" width=1 height=1>', ''],
  ])('%s', (_title, html, expected) => {
    expect(shown(html)).toBe(expected);
  });

  it.each([
    ['<img src="https://a.test/x.png"><img src="//b.test/y">', 2, 0],
    ['<table background="https://a.test/x.png"><td style="background:url(https://a.test/y)">', 2, 0],
    ['<style>@import "https://a.test/z.css"; @font-face{src:url(https://a.test/f)}</style>', 2, 0],
    ['<p style="background-image:\\75\\72\\6c(https://a.test/e)"><p style="background:image-set(x)">', 1, 0],
    ['<link rel=stylesheet href="https://a.test/x.css"><meta http-equiv=refresh content="0;url=https://a.test">', 1, 1],
    ['<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>x</title>', 0, 0],
    ['<iframe src="https://a.test"></iframe><video src="https://a.test/v"></video>', 2, 1],
    ['<script src="https://a.test/x.js"></script><form><button>x</button></form>', 0, 3],
    ['<p>nothing</p><img src="cid:logo"><img src="cid:gone">', 0, 0],
  ])('counts what of %s is not shown', (html, remote, active) => {
    expect(safeHtml(html, options).blocked).toEqual({ remote, active });
  });

  it.each([
    ['<p>x</p>', false],
    ['<p style="font-size:12px">x</p>', false],
    ['<p style="color:red">x</p>', true],
    ['<td bgcolor="#fff">x', true],
    ['<style>p{background:#fff}</style>', true],
  ])('knows whether %s has colours of its own', (html, hasColours) => {
    expect(safeHtml(html, options).hasColours).toBe(hasColours);
  });

  it('shows no image at all where the phone is set so', () => {
    const off = { ...options, showsImages: false };
    expect(safeHtml('<img src="cid:logo" alt=l>', off).html).toBe('<span class="todoku-no-image" role="img">l</span>');
  });

  it('writes nothing but what is on its lists, whatever it is given', () => {
    const scraps = [
      ...['<', '>', '"', "'", '/', '=', ' ', '<!--', '-->', '</', '<a ', 'href=', 'https://a.test', 'javascript:x'],
      ...['<script>', '</script>', '<style>', '</style>', '<svg>', '<img src=', 'onerror=x', 'x', '花', '<b', '<p>'],
    ];
    const anyHtml = fc.array(fc.oneof(fc.constantFrom(...scraps), fc.string({ maxLength: 3 })), { maxLength: 40 });
    fc.assert(
      fc.property(anyHtml, (pieces) => {
        const written = shown(pieces.join('')).replace(/<style>[^<]*<\/style>/g, '');
        const rest = written.replace(/<\/?[a-z0-9]+(?: [a-z]+="[^"<>]*")*>/g, (tag) => {
          expect(tag).not.toMatch(/^<\/?(script|svg|form|iframe|meta|link|base|object|style)\b/);
          expect(tag).not.toMatch(/ on[a-z]+="| href="(?!tapped\/\d+")| src="(?!data:)/);
          return '';
        });
        expect(rest).not.toMatch(/[<>]/);
      }),
      { seed: 20260401, numRuns: 2_000 },
    );
  });
});
