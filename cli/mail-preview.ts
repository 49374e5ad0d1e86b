import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { requireChromium } from '#drivers/chromium';
import { requireBuiltPages } from '#mocks/mail-app';
import { handsetScreens, handsets } from '#scenarios/library/cast';
import { mailsOfCell, planCells, type ShownMails, showMails } from '#scenarios/runner';
import { type Bilingual, type Language, ServiceError } from '#sim/errors';
import { type Instant, parseInstant } from '#sim/kernel';
import type { CliCommand, Invocation, Options } from './command.ts';
import { didYouMean, withNearest } from './did-you-mean.ts';
import { exitCodes } from './exit-codes.ts';
import { standardStart } from './mail-trace.ts';
import { isMessageFile, readMessageFile } from './message-file.ts';
import { openingCommand } from './opening.ts';
import { plan } from './plan.ts';
import { type Picture, type PreviewDevice, type PreviewLook, pictures } from './preview-pictures.ts';
import { previewSheet } from './preview-sheet.ts';
import { scenariosOf } from './selection.ts';

/** The mails to look at, and when they came. */
interface Looked {
  readonly mails: readonly { readonly subject: string; readonly data: Uint8Array }[];
  readonly startsAt: Instant;
}

const usualDevices = 'iphone-17,android-13';

const words = {
  dark: { ja: 'ダークモード', en: 'dark mode' },
  light: { ja: 'ライトモード', en: 'light mode' },
  text: { ja: 'テキストで表示', en: 'as plain text' },
  imagesOff: { ja: '画像なし', en: 'images off' },
  written: { ja: '画像 {count}枚を書きました: {page}', en: 'Wrote {count} pictures: {page}' },
  toOpen: { ja: '開くには', en: 'To open it' },
} as const satisfies Record<string, Bilingual>;

export const mailPreview: CliCommand = {
  takes: '<scenario|file.eml>',
  wordsMax: 1,
  options: [
    {
      name: 'device',
      kind: 'text',
      placeholder: 'NAME,…',
      summary: { ja: `端末。指定しなければ ${usualDevices}`, en: `the devices; ${usualDevices} unless named` },
    },
    { name: 'dark', kind: 'flag', summary: { ja: 'ダークモードで', en: 'in dark mode' } },
    { name: 'plain', kind: 'flag', summary: { ja: 'テキストで表示', en: 'as plain text' } },
    {
      name: 'images-off',
      kind: 'flag',
      summary: { ja: 'メールに付いた画像も出さない', en: 'without images that the mail carries' },
    },
    {
      name: 'cell',
      kind: 'text',
      placeholder: 'COLUMN=VALUE,…',
      summary: { ja: 'シナリオのどの組み合わせか', en: 'which cell of the scenario' },
    },
    {
      name: 'out',
      kind: 'text',
      placeholder: 'DIR',
      summary: {
        ja: '画像を書く場所。指定しなければ todoku-preview',
        en: 'where the pictures go, else todoku-preview',
      },
    },
  ],
  examples: [
    'npx todoku mail preview S-2.1-01',
    'npx todoku mail preview ./notice.eml --device iphone-17,pixel-7,android-6 --dark',
  ],
  async run(invocation) {
    const { options, language, terminal } = invocation;
    const devices = devicesOf(options);
    requireBuiltPages();
    const executable = await requireChromium(terminal.environment);
    const { mails, startsAt } = await mailsOf(invocation);
    const name = options.text('out') ?? 'todoku-preview';
    const folder = resolve(terminal.folder, name);
    makeRoom(folder, name);
    const look = lookOf(options, language);
    const data = mails.map((mail) => mail.data);
    await paint(await showMails(data, startsAt), { devices, look, executable }, folder);
    const sections = mails.map(({ subject }, mail) => ({
      subject,
      pictures: devices.map((device) => ({
        device: device.title,
        row: fileOf(mail, device, 'row'),
        opened: fileOf(mail, device, 'opened'),
        width: device.screen.width,
      })),
    }));
    const page = join(folder, 'index.html');
    writeFileSync(page, previewSheet(sections, lookWords(look), language));
    const count = 2 * mails.length * devices.length;
    const written = words.written[language]
      .replace('{count}', String(count))
      .replace('{page}', join(name, 'index.html'));
    terminal.write(`${written}\n${words.toOpen[language]}: ${openingCommand(process.platform, page)}\n`);
    return exitCodes.well;
  },
};

async function paint(shown: ShownMails, how: Parameters<typeof pictures>[1], folder: string): Promise<void> {
  using _world = shown.world;
  for await (const { device, mail, part, png } of pictures(shown, how)) {
    writeFileSync(join(folder, fileOf(mail, device, part)), png);
  }
}

/** Names are ours: nothing of a mail is in them. */
function fileOf(mail: number, { name }: PreviewDevice, part: Picture['part']): string {
  return `mail-${mail + 1}.${name}.${part}.png`;
}

/** Throws ServiceError `option-value`. */
function devicesOf(options: Options): readonly PreviewDevice[] {
  const known = Object.keys(handsetScreens) as (keyof typeof handsetScreens)[];
  const asked = (options.text('device') ?? usualDevices).split(',').map((word) => word.trim());
  return [...new Set(asked)].map((word) => {
    const name = known.find((each) => each === word);
    if (name !== undefined) {
      const { platform, version, form, model } = handsets[name];
      // `Android 13 phone` says its version itself.
      const title = model.includes(version) ? model : `${model} (${platform} ${version})`;
      return { name, title, screen: handsetScreens[name], isPhone: form !== 'pc' };
    }
    const values = { option: '--device', expected: known.join(', '), given: word };
    throw withNearest(new ServiceError('option-value', values), didYouMean(word, known));
  });
}

/** Throws ServiceError `argument-missing`, `selection-ambiguous`, `cell-unknown`, `mail-unsent`, and what is wrong with a file. */
async function mailsOf({ words: [word], options, terminal }: Invocation): Promise<Looked> {
  if (word === undefined) {
    throw new ServiceError('argument-missing', { command: 'mail preview', expected: 'S-2.1-01 | ./mail.eml' });
  }
  if (isMessageFile(word)) {
    if (options.has('cell')) throw new ServiceError('options-exclude', { one: '--cell', other: word });
    return { mails: [await readMessageFile(word, terminal.folder)], startsAt: standardStart };
  }
  const scenarios = scenariosOf([word], terminal.folder);
  const [scenario] = scenarios;
  if (scenario === undefined || scenarios.length > 1) {
    throw new ServiceError('selection-ambiguous', { given: word, ids: scenarios.map(({ id }) => id).join(', ') });
  }
  const [cell] = options.has('cell') ? plan([scenario], options) : planCells([scenario]);
  if (cell === undefined) throw new TypeError(`${scenario.id} has no cell`);
  const mails = await mailsOfCell(cell);
  if (mails.length === 0) throw new ServiceError('mail-unsent', { scenario: scenario.id });
  return { mails, startsAt: parseInstant(scenario.starts) ?? standardStart };
}

/** An empty folder, or what an earlier preview left there. Throws ServiceError `out-not-empty`, `out-not-writable`. */
function makeRoom(folder: string, name: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    const found = readdirSync(folder);
    if (!found.every((file) => /^(?:index\.html|mail-\d+\.[a-z0-9-]+\.(?:row|opened)\.png)$/.test(file))) {
      throw new ServiceError('out-not-empty', { folder: name });
    }
    for (const file of found) rmSync(join(folder, file));
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ServiceError('out-not-writable', { path: name, reason }, { cause: error });
  }
}

function lookOf(options: Options, language: Language): PreviewLook {
  return {
    language,
    isDark: options.has('dark'),
    asText: options.has('plain'),
    imagesOff: options.has('images-off'),
  };
}

function lookWords({ language, isDark, asText, imagesOff }: PreviewLook): string {
  const said = [
    isDark ? words.dark : words.light,
    ...(asText ? [words.text] : []),
    ...(imagesOff ? [words.imagesOff] : []),
  ];
  return said.map((text) => text[language]).join(language === 'ja' ? '、' : ', ');
}
