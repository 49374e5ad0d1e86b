import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '#sim/events';
import { sampleEvents } from '../sample-events.ts';
import { failingRun, passingRun } from '../sample-run.ts';
import { renderHtml } from './index.ts';

const hostile = [
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' autofocus onfocus='alert(1)",
  ']]>',
  '<!--',
  '</iframe></title></style></textarea>',
  '&lt;b&gt;&#60;',
  '\u2028\u2029\u202e\u0000\u0007\ud800',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a text that a template engine would take for code
  '${alert(1)}{{alert(1)}}',
  'javascript:alert(1)',
].join(' ');

/** A run with one event of every type inside a step, every text in it being `payload`. */
function runOf(payload: string): RunEvent[] {
  const text = (member: string): string => {
    if (member === 'replay') return payload;
    return member === 'en' ? `${payload} (en)` : payload;
  };
  const events = sampleEvents(text).filter(({ type }) => type !== 'step.finished' && type !== 'run.finished');
  const isFirst = ({ type }: RunEvent): boolean => type === 'run.started' || type === 'step.started';
  const linked = [...events.filter(isFirst), ...events.filter((event) => !isFirst(event))];
  return linked.map((event, index) => ({ ...event, seq: index + 1 }));
}

/** The tags of a page with the names of their attributes: what a parser makes of it. */
function skeleton(page: string): string[] {
  const tags = page.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '<$1></$1>').match(/<[^>]*>/g) ?? [];
  return tags.map((tag) => tag.replace(/"[^"]*"/g, '""'));
}

/** Without what the reader never sees. */
function bodyOf(page: string): string {
  return page.slice(page.indexOf('<body>')).replace(/<script>[\s\S]*?<\/script>/g, '');
}

describe('renderHtml', () => {
  const page = renderHtml([passingRun(), failingRun()], { language: 'ja' });

  it('is the page that was reviewed', async () => {
    await expect(page).toMatchFileSnapshot('./report.golden.html');
  });

  it('gives the same bytes for the same events', () => {
    expect(renderHtml([passingRun(), failingRun()], { language: 'ja' })).toBe(page);
  });

  it('allows nothing but its own script, by hash, and its own style', () => {
    const script = page.match(/<script>([\s\S]*?)<\/script>/)?.[1] ?? '';
    const policy = page.match(/Content-Security-Policy" content="([^"]*)"/)?.[1]?.replaceAll('&#39;', "'");
    expect(policy).toBe(
      `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash('sha256', script, 'base64')}'; base-uri 'none'; form-action 'none'`,
    );
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style>'));
  });

  it('loads nothing: no address in an attribute but those of its own parts', () => {
    const addresses = [...skeletonWithValues(page)].filter((value) => !value.startsWith('#'));
    expect(addresses).toEqual([]);
    expect(page).not.toMatch(/@import|url\(/);
  });

  it('keeps nothing of its reader', () => {
    expect(page).not.toMatch(/localStorage|sessionStorage|indexedDB|document\.cookie|fetch\(|XMLHttpRequest/);
  });

  it('shows mails only in frames that may do nothing', () => {
    const frames = page.match(/<iframe[^>]*>/g) ?? [];
    expect(frames).toHaveLength(3);
    for (const frame of frames) expect(frame).toMatch(/^<iframe sandbox loading="lazy" title="[^"]+" srcdoc="[^"]*">$/);
  });

  it('holds every text in both languages, and says which is which', () => {
    const body = bodyOf(page);
    expect(body.match(/<span lang="ja">/g)?.length).toBe(body.match(/<span lang="en">/g)?.length);
    for (const [, english] of body.matchAll(/<span lang="en">([^<]*)<\/span>/g)) {
      expect(english?.replace(/見本 花子/g, '')).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}]/u);
    }
  });

  it('begins in the language that was asked for', () => {
    const english = renderHtml([passingRun()], { language: 'en' });
    expect(english).toContain('<html lang="en"');
    expect(english).toContain('<title>The replay passed - todoku</title>');
    expect(english).toContain('data-speak="en" aria-pressed="true"');
  });

  it('puts what was expected, what happened, what to do and the replay line on top of a failed cell', () => {
    const cell = page.slice(page.indexOf('id="cell-2"'));
    const order = [
      '手順4で止まりました',
      '期待',
      '実際',
      '次にすること',
      'npx todoku run S-2.2-01 --seed 2201 --cell provider=softbank',
      '時間の流れ',
    ];
    const places = order.map((text) => cell.indexOf(text));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.every((place) => place >= 0)).toBe(true);
  });

  it('says on top of each cell what the case is, who acts and what the sender sees', () => {
    for (const id of ['cell-1', 'cell-2']) {
      const cell = page.slice(page.indexOf(`id="${id}"`));
      const order = ['このケース', '届かない', '原因', '対応', '送信側から見えること', '再現', '時間の流れ'];
      const places = order.map((text) => cell.indexOf(text));
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
    const dropped = page.slice(page.indexOf('id="cell-2"'));
    expect(dropped).toContain('ソフトバンクのサーバーが 250 で受け付けました');
    expect(dropped).toContain('シナリオの想定');
  });

  it('says how far a failed run came and how long its check waited, in the timeline too', () => {
    const cell = page.slice(page.indexOf('id="cell-2"'));
    expect(cell).toContain('手順4で止まりました・仮想時間 15分');
    expect(cell).toContain('待った時間</span><span lang="en">Waited</span></dt><dd><span lang="ja">5分');
    const drawn = cell.slice(cell.indexOf('<svg'), cell.indexOf('</svg>'));
    expect(drawn).toContain('lang="ja">5分</text>');
    expect(page).not.toContain('手順 3/4');
  });

  it('lists the scenarios once each, with their cells folded in, what failed first', () => {
    const other = passingRun().map((event) =>
      event.type === 'run.started' ? { ...event, data: { ...event.data, scenario: 'S-0' } } : event,
    );
    const three = renderHtml([other, passingRun(), failingRun()], { language: 'ja' });
    const list = three.slice(three.indexOf('<ul class="list">'), three.indexOf('id="cells"'));
    expect(list.match(/<code>[^<]*<\/code>/g)).toEqual(['<code>S-2.2-01</code>', '<code>S-0</code>']);
    expect(list.match(/href="#[^"]*"/g)).toEqual([
      'href="#scenario-2"',
      'href="#cell-2"',
      'href="#cell-3"',
      'href="#cell-1"',
    ]);
    expect(list).toContain('2通りのうち1通り成功');
  });

  it('shows a screen once that is shown again unchanged', () => {
    expect(page.match(/ブラウザに「利用規約と個人情報保護方針」の画面が出ました/g)).toHaveLength(1);
  });

  it('opens what failed and leaves closed what passed', () => {
    expect(page).toContain('<details class="cell" id="cell-1" data-verdict="passed">');
    expect(page).toContain('<details class="cell" id="cell-2" data-verdict="failed" open>');
  });

  it('steps down one heading level at a time', () => {
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    }
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
  });

  it('has each id once', () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lets no text of a run become markup', () => {
    const plain = renderHtml([runOf('plain')], { language: 'ja' });
    const attacked = renderHtml([runOf(hostile)], { language: 'ja' });
    expect(skeleton(attacked)).toEqual(skeleton(plain));
    expect(attacked).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(attacked).not.toContain('<img');
    expect(attacked.match(/<script/g)).toHaveLength(1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(attacked).not.toMatch(/[\u0000\u0007]/);
    expect(attacked.isWellFormed()).toBe(true);
  });

  it('tells half-written, empty and unknown logs without failing', () => {
    const events = passingRun();
    for (let length = 0; length < events.length; length += 1) {
      expect(renderHtml([events.slice(0, length)], { language: 'ja' })).toContain('途中');
    }
    expect(renderHtml([], { language: 'ja' })).toContain('再生されたものはありません');
    const strange = { ...events[0], type: 'mail.teleported' } as unknown as RunEvent;
    expect(renderHtml([[...events, strange]], { language: 'ja' })).toContain('再生は成功しました');
  });

  it('stays below 6 MB for 50 cells of 100 events', () => {
    const run = passingRun();
    const filler = run.filter(
      ({ type }) => type === 'screen.shown' || type === 'mail.received' || type === 'credential.issued',
    );
    const at = run.findIndex(({ type }) => type === 'session.started');
    const extra = Array.from({ length: 100 - run.length }, (_, index) => filler[index % filler.length]).filter(
      (event) => event !== undefined,
    );
    const long = [...run.slice(0, at), ...extra, ...run.slice(at)];
    expect(long).toHaveLength(100);
    const size = Buffer.byteLength(
      renderHtml(
        Array.from({ length: 50 }, () => long),
        { language: 'ja' },
      ),
    );
    expect(size).toBeLessThan(6_000_000);
  });
});

/** The values of attributes that a browser would load from. */
function skeletonWithValues(page: string): string[] {
  return [...page.matchAll(/ (?:href|src|action|data|poster|background)="([^"]*)"/g)].map(([, value]) => value ?? '');
}
