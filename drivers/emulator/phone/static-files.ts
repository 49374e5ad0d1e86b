import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { PageReply } from '../window/app-window.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** A file below a folder, by the path of a URL; 404 when there is none. Nothing outside of the folder is read. */
export async function staticReply(folder: string, path: string): Promise<PageReply> {
  const file = fileOf(folder, path);
  const body = file === undefined ? undefined : await readFile(file).catch(() => undefined);
  if (file === undefined || body === undefined) return emptyReply(404);
  return {
    status: 200,
    headers: [
      ['content-type', contentTypes[extname(file)] ?? 'application/octet-stream'],
      // Pages that stand at an address of somebody else load the system’s files from its own.
      ['access-control-allow-origin', '*'],
      ['cache-control', 'max-age=3600'],
    ],
    body,
  };
}

function fileOf(folder: string, path: string): string | undefined {
  let plain: string;
  try {
    plain = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  const file = normalize(join(folder, plain));
  return plain.includes('\0') || !file.startsWith(normalize(folder + sep)) ? undefined : file;
}

export function emptyReply(status: number): PageReply {
  return { status, headers: [['access-control-allow-origin', '*']], body: new Uint8Array() };
}

export function jsonReply(status: number, value: unknown): PageReply {
  return {
    status,
    headers: [
      ['content-type', 'application/json; charset=utf-8'],
      ['access-control-allow-origin', '*'],
      ['cache-control', 'no-store'],
    ],
    body: Buffer.from(JSON.stringify(value)),
  };
}

export function htmlReply(html: string): PageReply {
  return {
    status: 200,
    headers: [
      ['content-type', 'text/html; charset=utf-8'],
      ['cache-control', 'no-store'],
    ],
    body: Buffer.from(html),
  };
}
