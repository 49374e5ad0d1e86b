import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { ServiceError } from '#sim/errors';
import type { ChromiumProgram } from './chromium-program.ts';
import { filesOfTar } from './tar-archive.ts';

/**
 * The headless shell of @sparticuz/chromium, unpacked once for each version of it into a folder of its own: the package
 * itself would unpack into one that all versions share, and keep what is there. Undefined where npm did not install it.
 * Throws ServiceError `chromium-failed`.
 */
export async function unpackChromium(): Promise<ChromiumProgram | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const packed = packedFolder();
  if (packed === undefined) return undefined;
  const { version } = JSON.parse(readFileSync(join(packed, '../package.json'), 'utf8')) as { readonly version: string };
  const user = process.getuid?.() ?? 0;
  const folder = join(tmpdir(), `todoku-browser-${version}-${user}`);
  if (!existsSync(folder)) await unpack(packed, folder);
  // Everybody may write to the folder of temporary files: what another user left there is not started.
  if (statSync(folder).uid !== user) {
    throw new ServiceError('chromium-failed', { executable: folder, reason: 'the folder belongs to another user' });
  }
  return { executable: join(folder, 'chromium'), libraries: join(folder, 'lib') };
}

function packedFolder(): string | undefined {
  try {
    const folder = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin');
    return existsSync(join(folder, 'chromium.br')) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all: under another name first, also when two start at once. */
async function unpack(packed: string, folder: string): Promise<void> {
  const beside = mkdtempSync(`${folder}-`);
  try {
    const program = createWriteStream(join(beside, 'chromium'), { mode: 0o700 });
    await pipeline(createReadStream(join(packed, 'chromium.br')), createBrotliDecompress(), program);
    // Libraries that a bare system lacks.
    for (const { name, bytes } of filesOfTar(brotliDecompressSync(readFileSync(join(packed, 'al2023.tar.br'))))) {
      mkdirSync(dirname(join(beside, name)), { recursive: true });
      writeFileSync(join(beside, name), bytes);
    }
    if (!existsSync(folder)) renameSync(beside, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}
