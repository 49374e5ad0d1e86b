import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const manifest = {
  id: 'sample',
  name: { ja: '見本', en: 'Sample' },
  version: '1.0.0',
  bundleId: 'test.example.sample',
  appPackage: 'test.example.sample',
  appActivity: '.MainActivity',
  minimum: { iOS: '15.0', Android: '7.0' },
  forms: ['phone', 'tablet'],
  scheme: 'sample',
  start: '/app/',
  links: ['/open/'],
  product: 'Sample/1.0',
  icon: 'icon.svg',
};

const page = `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><title>見本</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="look.css"></head>
<body data-testid="screen-sample">
<h1 data-testid="greeting">こんにちは</h1>
<button data-testid="count">0</button>
<button data-testid="later">あとで</button>
<button data-testid="off" disabled>押せません</button>
<div class="stage"><button data-testid="covered">下</button><div data-testid="cover" class="cover">上</div></div>
<label for="name">名前</label><input id="name" data-testid="name">
<input type="checkbox" data-testid="agree">
<p data-testid="held">まだ</p>
<div data-testid="list" class="list"></div>
<script src="main.js"></script></body></html>`;

const look = `body { margin: 0; font: 16px sans-serif; } button { display: block; height: 48px; width: 200px; }
.stage { position: relative; height: 48px; } .stage > * { position: absolute; } .cover { width: 200px; height: 48px; }
.list { height: 2000px; }`;

const script = `
const by = (id) => document.querySelector('[data-testid="' + id + '"]');
by('count').addEventListener('click', () => { by('count').textContent = String(Number(by('count').textContent) + 1); });
by('cover').addEventListener('click', () => { by('cover').textContent = '上が押された'; });
by('covered').addEventListener('click', () => { by('covered').textContent = '下が押された'; });
by('later').addEventListener('click', () => setTimeout(() => {
  const late = document.createElement('p');
  late.dataset.testid = 'late';
  late.textContent = '来ました';
  document.body.append(late);
  late.scrollIntoView();
}, 120));
let since;
by('greeting').addEventListener('touchstart', () => { since = performance.now(); });
by('greeting').addEventListener('touchend', () => { by('held').textContent = performance.now() - since > 400 ? '長押し' : '短い'; });
`;

/** An app of a few buttons and fields, written into a folder that is gone with it. */
export function sampleApp(changes: object = {}): Disposable & { readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'todoku-sample-'));
  const files = {
    'app.json': JSON.stringify({ ...manifest, ...changes }),
    'index.html': page,
    'look.css': look,
    'main.js': script,
    'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}
