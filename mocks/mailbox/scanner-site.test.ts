import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { scannerSites } from './index.ts';

const origin = 'https://jpn01.safelinks.protection.outlook.com';

function answerTo(path: string): { readonly status: number; readonly location: string | undefined } {
  let location: string | undefined;
  const response = {
    statusCode: 0,
    setHeader: (_name: string, value: string) => {
      location = value;
    },
    end: () => undefined,
  };
  const request = { headers: { host: new URL(origin).host }, url: path };
  scannerSites[origin]?.(request as IncomingMessage, response as unknown as ServerResponse & { req: IncomingMessage });
  return { status: response.statusCode, location };
}

describe('the site of a link scanner', () => {
  it('sends the browser on to the link that was rewritten', () => {
    const link = 'https://wallet.openbadge.test/receive/t0ken?a=1&b=2';
    expect(answerTo(`/?url=${encodeURIComponent(link)}&data=x`)).toEqual({ status: 302, location: link });
  });

  it.each(['/', '/?url=', '/?url=javascript%3Aalert(1)', '/?url=file%3A%2F%2F%2Fetc%2Fpasswd', '/?url=%2Frelative'])(
    'sends nobody on from %s',
    (path) => {
      expect(answerTo(path)).toEqual({ status: 404, location: undefined });
    },
  );
});
