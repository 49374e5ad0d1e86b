import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { injectFault } from '../faults/index.ts';
import type { Fetch, RunningWorld } from '../kernel/index.ts';
import type { OpenApiDocument } from './operation/index.ts';
import { createServiceWorld } from './service-world.ts';
import { services } from './services.ts';

const names = ['issuer', 'wallet', 'verifier'] as const;

function open(): { readonly world: RunningWorld; readonly fetch: Fetch } {
  const { world, services } = createServiceWorld({ seed: 7, startsAt: Date.parse('2026-04-01T09:00:00+09:00') });
  return { world, fetch: services.fetch };
}

describe.each(names)('the %s', (name) => {
  const described = async (query = '', headers = {}) => {
    const { world, fetch } = open();
    const response = await fetch(`${world.origins[name]}/openapi.json${query}`, { headers });
    return { response, document: response.json<OpenApiDocument>() };
  };

  it.each(['ja', 'en'])('describes itself as valid OpenAPI 3.1 (%s)', async (language) => {
    const { response, document } = await described(`?lang=${language}`);
    expect([response.status, response.headers['content-language']]).toEqual([200, language]);
    const verdict = await new Validator().validate(document as unknown as Record<string, unknown>);
    expect(verdict.errors ?? []).toEqual([]);
    expect(verdict.valid).toBe(true);
    expect(document.servers).toEqual([{ url: open().world.origins[name] }]);
  });

  it('tells of every operation, itself too, and of no two under one name', async () => {
    const { document } = await described();
    const told = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    const ids = told.map(({ operationId }) => operationId);
    expect(ids).toHaveLength(services[name].operations.length);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('getOpenApi');
    expect(new Set(told.map(({ summary }) => summary)).size, 'a summary stands twice').toBe(ids.length);
  });

  it('speaks the language that is asked for', async () => {
    const { document: japanese } = await described();
    const { document: english } = await described('', { 'accept-language': 'en' });
    expect(japanese.info.title).toContain('シミュレーション');
    expect(english.info.title).toContain('simulation');
    expect((await described('?lang=ja', { 'accept-language': 'en' })).document).toEqual(japanese);
    expect((await described('?lang=fr')).response.json()).toMatchObject({ code: 'query-invalid' });
  });

  it('answers at every path that it tells of, as it says', async () => {
    const { world, fetch } = open();
    const { document } = await described();
    for (const [path, methods] of Object.entries(document.paths)) {
      const url = world.origins[name] + path.replace(/\{\w+\}/g, 'x');
      const other = await fetch(url, { method: 'PATCH' });
      const allowed = other.headers.allow?.split(', ') ?? [];
      expect([path, other.status, allowed]).toEqual([path, 405, expect.any(Array)]);
      for (const [method, { responses, operationId }] of Object.entries(methods)) {
        expect(allowed).toContain(method.toUpperCase());
        const { status } = await fetch(url, { method: method.toUpperCase() });
        expect(status, operationId).toBeLessThan(500);
        if (status < 400) expect(Object.keys(responses), operationId).toContain(String(status));
      }
    }
  });

  it('lets nobody in without what the operation asks for', async () => {
    const { world, fetch } = open();
    const before = world.journal.entries().length;
    for (const { id, method, path, security } of services[name].operations) {
      if (security === undefined) continue;
      for (const authorization of [undefined, 'Bearer x', 'Basic eDp4', 'Bearer ']) {
        const headers = authorization === undefined ? {} : { authorization };
        const url = world.origins[name] + path.replace(/\{\w+\}/g, 'x');
        const response = await fetch(url, { method: method.toUpperCase(), headers });
        expect([id, response.status]).toEqual([id, 401]);
      }
    }
    expect(world.journal.entries()).toHaveLength(before);
  });

  it('is a page for a browser that mistypes an address, and problem details for a program', async () => {
    const { world, fetch } = open();
    const ask = (accept?: string) =>
      fetch(`${world.origins[name]}/<script>`, { headers: accept === undefined ? {} : { accept } });
    const page = await ask('text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8');
    expect([page.status, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.body.toString()).not.toContain('<script>');
    for (const accept of [undefined, '*/*', 'application/json', 'image/png']) {
      expect((await ask(accept)).json()).toMatchObject({ code: 'not-found' });
    }
  });
});

describe('a service that is down', () => {
  it('says so to a person who opens a link, and to a program', async () => {
    const { world, fetch } = open();
    await world.perform(injectFault, { fault: 'service-down', value: { service: 'wallet' } });
    const url = `${world.origins.wallet}/receive/x`;
    const page = await fetch(url, { headers: { accept: 'text/html', 'accept-language': 'en' } });
    expect([page.status, page.body.toString()]).toEqual([503, expect.stringContaining('Not available at the moment')]);
    expect((await fetch(url)).json()).toMatchObject({ code: 'service-unavailable' });
    expect((await fetch(`${world.origins.issuer}/schools/x`)).status).toBe(404);
  });
});
