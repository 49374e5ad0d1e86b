import { type Language, ServiceError } from '#sim/errors';
import { told } from './error-text.ts';
import { exitCodes } from './exit-codes.ts';

/** What a command sees of the machine besides files: where it was started, and where its words go. */
export interface Terminal {
  /** The folder it was started in. */
  readonly folder: string;
  readonly environment: { readonly [name: string]: string | undefined };
  /** Whether standard output is a screen with colours. */
  readonly hasColour: boolean;
  /** Standard input to its end; no more than `bytesMax` and one. */
  read(bytesMax: number): Promise<Buffer>;
  /** To standard output: what was asked for. */
  write(text: string): void;
  /** To standard error: what went wrong, and progress beside `--json`. */
  complain(text: string): void;
}

export function processTerminal(language: Language): Terminal {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // `todoku list | head` closes the pipe early: nobody is there any more to be told of it.
    if (error.code !== 'EPIPE') process.stderr.write(lost(error, language));
    process.exit(exitCodes.misused);
  });
  process.stderr.on('error', () => process.exit(exitCodes.misused));
  return {
    folder: process.cwd(),
    environment: process.env,
    hasColour: process.stdout.isTTY === true && process.stdout.hasColors(),
    read: (bytesMax) => readWhole(process.stdin, bytesMax),
    write: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
  };
}

async function readWhole(input: AsyncIterable<Buffer>, bytesMax: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of input) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > bytesMax) break;
  }
  return Buffer.concat(chunks).subarray(0, bytesMax + 1);
}

function lost(error: NodeJS.ErrnoException, language: Language): string {
  return told(new ServiceError('output-lost', { reason: error.code ?? error.message }), language) ?? '';
}
