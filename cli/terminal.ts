/** What a command sees of the machine besides files: where it was started, and where its words go. */
export interface Terminal {
  /** The folder it was started in. */
  readonly folder: string;
  readonly environment: { readonly [name: string]: string | undefined };
  /** Whether standard output is a screen with colours. */
  readonly hasColour: boolean;
  /** To standard output: what was asked for. */
  write(text: string): void;
  /** To standard error: what went wrong, and progress beside `--json`. */
  complain(text: string): void;
}

export function processTerminal(): Terminal {
  // `todoku list | head` closes the pipe early: that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return {
    folder: process.cwd(),
    environment: process.env,
    hasColour: process.stdout.isTTY === true && process.stdout.hasColors(),
    write: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
  };
}
