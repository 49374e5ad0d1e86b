import { getResponse, type HttpHandler, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { operationTable } from '#sim/api';
import { simulatedOrigins } from '#sim/kernel';
import { operations } from './generated/operations.ts';
import { handlersByOperation, mocks } from './index.ts';
import { handlersFor, type MockedOperation } from './operation-handlers.ts';

const sample: MockedOperation[] = [
  { service: 'issuer', id: 'showSchool', method: 'get', path: '/schools/{school}' },
  { service: 'wallet', id: 'removeDevice', method: 'delete', path: '/devices/{device}' },
];

describe('the handlers', () => {
  it('are one for each operation of the services, and one an origin', () => {
    const table = operationTable();
    expect(operations).toEqual(table);
    const named = Object.entries(handlersByOperation).flatMap(([service, handlers]) =>
      Object.keys(handlers).map((id) => `${service} ${id}`),
    );
    expect(named).toEqual(table.map(({ service, id }) => `${service} ${id}`));
    expect(named).toContain('issuer importRoster');
    expect(mocks.handlers).toHaveLength(table.length + 3);
  });

  it('answer by method and path at the origin of their service', async () => {
    const set = handlersFor(sample, simulatedOrigins, ({ params }) => HttpResponse.json(params));
    const { issuer, wallet } = set.handlersByOperation as Readonly<Record<string, Record<string, HttpHandler>>>;
    const ask = async (id: string, url: string, method = 'GET') => {
      const handler = issuer?.[id] ?? wallet?.[id];
      return (await getResponse(handler === undefined ? [] : [handler], new Request(url, { method })))?.json();
    };
    expect(await ask('showSchool', 'https://issuer.openbadge.test/schools/a')).toEqual({ school: 'a' });
    expect(await ask('showSchool', 'https://issuer.openbadge.test/schools/a', 'POST')).toBeUndefined();
    expect(await ask('showSchool', 'https://wallet.openbadge.test/schools/a')).toBeUndefined();
    expect(await ask('showSchool', 'https://issuer.openbadge.test/schools/a/jwks')).toBeUndefined();
    expect(await ask('removeDevice', 'https://wallet.openbadge.test/devices/d', 'DELETE')).toEqual({ device: 'd' });
  });

  it('are called by names that there are', () => {
    expect(() => mocks.override('wallet', 'importRoster' as never, () => HttpResponse.json({}))).toThrow(
      'no operation',
    );
  });
});
