import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { type Box, type ChromiumProgram, launchChromium, type Page } from '#drivers/chromium';
import { createMailApp } from '#mocks/mail-app';
import type { HandsetScreen } from '#scenarios/library/cast';
import type { ShownMails } from '#scenarios/runner';
import type { Language } from '#sim/errors';

/** A device that mails are looked at on. */
export interface PreviewDevice {
  readonly name: string;
  /** As people call it: `iPhone 17 (iOS 26.0)`. */
  readonly title: string;
  readonly isPhone: boolean;
  readonly screen: HandsetScreen;
}

export interface PreviewLook {
  readonly language: Language;
  readonly isDark: boolean;
  readonly asText: boolean;
  readonly imagesOff: boolean;
}

/** What one device shows of one mail, as PNG: its row in a list, unread, or the mail opened. */
export interface Picture {
  readonly device: PreviewDevice;
  /** Of the mails that were given, from 0. */
  readonly mail: number;
  readonly part: 'row' | 'opened';
  readonly png: Buffer;
}

/** How long a page may take to stand on a busy machine. */
const standsWithinMs = 60_000;

/** Paints every mail on every device. Throws ServiceError `chromium-failed`. */
export async function* pictures(
  { world, mailbox, captured }: ShownMails,
  {
    devices,
    look,
    executable,
  }: { readonly devices: readonly PreviewDevice[]; readonly look: PreviewLook; readonly executable: ChromiumProgram },
): AsyncGenerator<Picture> {
  await using site = await serve(express().use('/', createMailApp(world)));
  await using chromium = await launchChromium(executable);
  const { language, isDark } = look;
  // All rows before any mail is opened: what was opened on one device is read on the others.
  for (const part of ['row', 'opened'] as const) {
    for (const device of devices) {
      const { screen, isPhone } = device;
      await using page = await chromium.openPage({ screen, isPhone, isDark, language, origin: site.origin });
      const list = `${site.origin}/${queryOf(look, device)}#/${mailbox}/inbox`;
      for (const [mail, each] of captured.entries()) {
        await stands(page, part === 'row' ? list : `${list}/${each}`);
        const clip = part === 'row' ? await boxOf(page, `[data-testid="row-${each}"]`) : undefined;
        yield { device, mail, part, png: await page.screenshot(clip) };
      }
    }
  }
}

function queryOf({ language, asText, imagesOff }: PreviewLook, { screen }: PreviewDevice): string {
  return `?${new URLSearchParams({
    lang: language,
    subject: String(screen.subjectZenkaku),
    ...(asText && { view: 'text' }),
    ...(imagesOff && { images: 'off' }),
  })}`;
}

/** Loads an address of the app, and waits for it and the frame of a mail in it. */
async function stands(page: Page, url: string): Promise<void> {
  // An address that differs behind the # alone would not be loaded.
  await page.open('about:blank');
  await page.open(url);
  await page.evaluate(`new Promise((resolve, reject) => {
    const until = Date.now() + ${standsWithinMs};
    const look = () => {
      const frame = document.querySelector('iframe');
      if (document.body.dataset.shown === location.hash && (!frame || frame.dataset.shows)) requestAnimationFrame(resolve);
      else if (Date.now() > until) reject(new Error('the page does not stand: ' + location.hash));
      else setTimeout(look, 20);
    };
    look();
  })`);
}

async function boxOf(page: Page, selector: string): Promise<Box> {
  const box = await page.evaluate(`(() => {
    const row = document.querySelector(${JSON.stringify(selector)});
    row.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = row.getBoundingClientRect();
    return { x: x + scrollX, y: y + scrollY, width, height };
  })()`);
  return box as unknown as Box;
}

/** On loopback, and gone with its connections. */
async function serve(application: express.Express) {
  const server = createServer(application);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
