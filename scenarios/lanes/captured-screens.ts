import { type HandsetSession, maskedScreen } from '#drivers/appium';
import { readHandset } from '#drivers/direct';
import type { RunningWorld } from '#sim/kernel';
import { recordEvent } from '../runner/index.ts';

export interface CapturedScreens {
  /** By the names that the events `screen.captured` tell. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Keeps what a handset shows after a step; the last picture again where nobody has touched it since. */
  capture(step: number, shown: { readonly id: string; readonly session: HandsetSession }): Promise<void>;
}

interface Kept {
  readonly picture: string;
  readonly source: string;
  readonly text: string;
  readonly commands: number;
}

/** Pictures and page sources of the handsets of a run, kept in memory until the report is written. */
export function capturedScreens(world: RunningWorld): CapturedScreens {
  const pictures = new Map<string, Uint8Array>();
  const last = new Map<string, Kept>();
  return {
    pictures,
    async capture(step, { id, session }) {
      let kept = last.get(id);
      // A picture takes ten times as long as the source of it: what reads alike looks alike.
      const isUntouched = kept !== undefined && kept.commands === session.commands;
      const text = isUntouched ? (kept?.text ?? '') : await session.source();
      if (kept === undefined || kept.text !== text) {
        const name = `step-${String(step + 1).padStart(2, '0')}${suffixOf(id)}`;
        // A browser's page is its HTML.
        const [picture, source] = [`${name}.png`, `${name}.${session.isNative ? 'xml' : 'html'}`];
        const shown = maskedScreen(text, await session.picture(), session.isNative);
        if (shown.picture !== undefined) pictures.set(picture, shown.picture);
        pictures.set(source, Buffer.from(shown.source, 'utf8'));
        kept = { picture, source, text, commands: session.commands };
      }
      last.set(id, { ...kept, commands: session.commands });
      const { app, screen } = readHandset(world, id).shown;
      const { picture, source } = kept;
      await recordEvent(world, 'screen.captured', { handset: id, step, app, screen, picture, source });
    },
  };

  /** The first handset of a run has no suffix. */
  function suffixOf(id: string): string {
    return [...last.keys()][0] === id || last.size === 0 ? '' : `-${id}`;
  }
}
