import { join } from 'node:path';
import type { PageReply, PageRequest } from '../window/app-window.ts';
import { emptyReply, htmlReply, jsonReply, staticReply } from './static-files.ts';
import { systemPage } from './system-page.ts';
import { type SystemActions, type SystemScreen, type SystemState, systemScreens } from './system-state.ts';

/** What the pages of the system reach of the phone behind them. */
export interface SystemDesk {
  state(): SystemState;
  /** Throws Error when the tap makes no sense now. */
  act<Name extends keyof SystemActions>(name: Name, given: SystemActions[Name]): Promise<void>;
  /** A PNG; undefined when there is none. */
  picture(name: string): Promise<Uint8Array | undefined>;
  /** The folder and the file of an installed app’s icon. */
  icon(app: string): { readonly folder: string; readonly file: string } | undefined;
  readonly folder: string;
}

/** Answers what a page asks of `systemOrigin`. */
export async function answerSystem(desk: SystemDesk, request: PageRequest): Promise<PageReply> {
  if (request.method === 'OPTIONS') return preflight();
  const { pathname } = new URL(request.url);
  const [, first = '', second = ''] = pathname.split('/');
  if (request.method === 'POST') return first === 'do' ? act(desk, second, request.body) : emptyReply(404);
  switch (first) {
    case 'built':
      return staticReply(desk.folder, pathname.slice('/built/'.length));
    case 'state':
      return jsonReply(200, desk.state());
    case 'icon': {
      const icon = desk.icon(decodeURIComponent(second));
      return icon === undefined ? emptyReply(404) : staticReply(join(icon.folder), icon.file);
    }
    case 'picture':
      return pictureReply(await desk.picture(decodeURIComponent(second)));
    default:
      return isScreen(first) ? htmlReply(systemPage(first, desk.state().language)) : emptyReply(404);
  }
}

function isScreen(name: string): name is SystemScreen {
  return (systemScreens as readonly string[]).includes(name);
}

async function act(desk: SystemDesk, name: string, body: Uint8Array | undefined): Promise<PageReply> {
  try {
    const given = body === undefined || body.length === 0 ? {} : JSON.parse(Buffer.from(body).toString('utf8'));
    await desk.act(name as keyof SystemActions, given as never);
    return emptyReply(204);
  } catch (error) {
    return jsonReply(400, { message: (error as Error).message });
  }
}

function pictureReply(png: Uint8Array | undefined): PageReply {
  if (png === undefined) return emptyReply(404);
  return {
    status: 200,
    headers: [
      ['content-type', 'image/png'],
      ['access-control-allow-origin', '*'],
      ['cache-control', 'no-store'],
    ],
    body: png,
  };
}

/** A failure page stands at the address that failed: https://fetch.spec.whatwg.org/#cors-preflight-fetch */
function preflight(): PageReply {
  return {
    status: 204,
    headers: [
      ['access-control-allow-origin', '*'],
      ['access-control-allow-methods', 'GET, POST'],
      ['access-control-allow-headers', 'content-type'],
    ],
    body: new Uint8Array(),
  };
}
