import { describe, expect, it } from 'vitest';
import { serviceModules } from '#sim/api';
import { injectFault } from '#sim/faults';
import { createWorld, defaultLimits, simulatedOrigins } from '#sim/kernel';
import { modules, serveInProcess } from './services.ts';

const world = () =>
  createWorld({ seed: 1, startsAt: 1_775_001_600_000, limits: defaultLimits, parameters: {} }, modules);

describe('the modules of a world', () => {
  it('are those of the services, and those around them that no service needs', () => {
    const { interfaces, ...named } = serviceModules({ deliver: () => ({ replyCode: 250, text: 'OK' }) });
    const ofServices = [...Object.values(named), ...interfaces].map(({ name }) => name);
    const around = modules.map(({ name }) => name).filter((name) => !ofServices.includes(name));
    // Another name here is a module that mocks and samples would lack: it belongs into sim/api/service-modules.ts.
    expect(around.sort()).toEqual(['desk', 'dns', 'handset', 'mailbox', 'run', 'smtp']);
    expect(modules).toHaveLength(ofServices.length + around.length);
  });
});

describe('the services in process', () => {
  it('answer what is not there, and errors, as problem details in the language of the reader', async () => {
    const fetch = serveInProcess(world());
    const ja = await fetch(`${simulatedOrigins.wallet}/nowhere`);
    expect(ja.status).toBe(404);
    expect(ja.headers['content-type']).toContain('application/problem+json');
    expect(ja.json()).toMatchObject({ code: 'not-found', title: '見つかりません' });
    const en = await fetch(`${simulatedOrigins.issuer}/nowhere`, { headers: { 'accept-language': 'en' } });
    expect(en.json()).toMatchObject({ code: 'not-found', title: 'Not found' });
    expect(en.headers['content-language']).toBe('en');
  });

  it('answer service-unavailable, and only the one that is down', async () => {
    const down = world();
    await down.perform(injectFault, { fault: 'service-down', value: { service: 'wallet' } });
    const fetch = serveInProcess(down);
    const answer = await fetch(`${simulatedOrigins.wallet}/receive/x`);
    expect(answer.status).toBe(503);
    expect(answer.json()).toMatchObject({ code: 'service-unavailable' });
    expect((await fetch(`${simulatedOrigins.issuer}/schools/mihon-university`)).status).toBe(404);
  });

  it('reach nothing outside the world', async () => {
    await expect(serveInProcess(world())('https://www.example.com/')).rejects.toThrow('nothing answers');
  });
});
