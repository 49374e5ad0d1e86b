import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ErrorCode, type ErrorParameters, type Language, ServiceError } from '#sim/errors';
import { withNearest } from './did-you-mean.ts';
import { told } from './error-text.ts';
import type { ExitCode } from './exit-codes.ts';
import { runCommandLine } from './main.ts';

/** What a command did, for tests: all it said, and how it ended. */
export interface Recorded {
  readonly exitCode: ExitCode;
  readonly output: string;
  readonly complaints: string;
}

/** Runs commands in a folder of its own, which is removed with it. */
export interface Desk {
  readonly folder: string;
  run(...given: string[]): Promise<Recorded>;
  [Symbol.dispose](): void;
}

/** `input` is what stands on standard input. */
export function createDesk(
  environment: { readonly [name: string]: string } = {},
  input: Uint8Array = new Uint8Array(),
): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'todoku-cli-'));
  return {
    folder,
    async run(...given) {
      let [output, complaints] = ['', ''];
      const exitCode = await runCommandLine(given, {
        folder,
        environment,
        hasColour: false,
        read: async (bytesMax) => Buffer.from(input).subarray(0, bytesMax + 1),
        write: (text) => {
          output += text;
        },
        complain: (text) => {
          complaints += text;
        },
      });
      return { exitCode, output, complaints };
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The words with which a command refuses for a reason of the catalogue, and what it guesses was meant. */
export function complaint<Code extends ErrorCode>(
  code: Code,
  parameters: ErrorParameters<Code>,
  { language = 'en', nearest = '' }: { readonly language?: Language; readonly nearest?: string } = {},
): string {
  const make = ServiceError as new (code: Code, parameters: ErrorParameters<Code>) => ServiceError<Code>;
  return told(withNearest(new make(code, parameters), nearest), language) ?? '';
}
