import { createHook } from 'node:async_hooks';
import { createSocket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { planCells, playCell } from '#scenarios/runner';
import { createEgress } from '#sim/egress';
import { readLibrary } from '../library/index.ts';
import { mailhogUnderTest } from './mail-fixture.ts';

/** What Node asks the system for, below every library: a connection, a look-up of a name, a datagram. */
const outward = new Set(['TCPCONNECTWRAP', 'GETADDRINFOREQWRAP', 'GETNAMEINFOREQWRAP', 'QUERYWRAP', 'UDPWRAP']);

interface Asked {
  readonly type: string;
  /** Filled in by Node after the hook. */
  readonly resource: { readonly address?: string };
}

/** Everything that was asked for until disposed of, but connections to loopback. */
function watchOutward(): Disposable & { readonly asked: () => readonly string[] } {
  const all: Asked[] = [];
  const hook = createHook({
    init(_id, type, _trigger, resource) {
      if (outward.has(type)) all.push({ type, resource: resource as Asked['resource'] });
    },
  }).enable();
  return {
    asked: () =>
      all
        .filter(({ type, resource }) => type !== 'TCPCONNECTWRAP' || !/^(127\.|::1$)/.test(resource.address ?? ''))
        .map(({ type }) => type),
    [Symbol.dispose]: () => void hook.disable(),
  };
}

describe('nothing leaves loopback', () => {
  it('when every scenario is played', async () => {
    using watch = watchOutward();
    for (const scenario of readLibrary()) {
      const [cell] = planCells([scenario]);
      if (cell !== undefined) await playCell(cell);
    }
    expect(watch.asked()).toEqual([]);
  });

  it('when the servers take mail, show it, and are asked to hand it on to where nobody said', async () => {
    using watch = watchOutward();
    await using under = await mailhogUnderTest();
    await under.send({
      subject: 'x',
      html: '<img src="http://tracker.example/x.png"><a href="http://link.example/">x</a>',
    });
    const list = await (await fetch(`${under.api}/v2/messages`)).json();
    const id = encodeURIComponent(String((list as { items: { ID: string }[] }).items[0]?.ID));
    await fetch(`${under.api.replace(/api$/, 'todoku/v1')}/messages/cap_0001`);
    for (const Host of ['mail.example.org', '192.0.2.1', '169.254.169.254', '10.0.0.1', '0x7f.1.example']) {
      const body = JSON.stringify({ Host, Port: '25', Email: 'x@app.test' });
      expect((await fetch(`${under.api}/v1/messages/${id}/release`, { method: 'POST', body })).status).toBe(500);
    }
    expect(watch.asked()).toEqual([]);
  });

  it('unless a host was named: then only its name is asked for when its address is refused', async () => {
    using watch = watchOutward();
    const egress = createEgress({ hosts: ['localhost', '10.0.0.1'] });
    await egress.connect({ host: '10.0.0.1', port: 25 }).catch(() => undefined);
    expect(watch.asked()).toEqual([]);
    await egress.connect({ host: 'localhost', port: 1 }).catch(() => undefined);
    expect(watch.asked()).toEqual(['GETADDRINFOREQWRAP']);
  });

  it('and the watch would see it', async () => {
    using watch = watchOutward();
    await lookup('localhost');
    const datagram = createSocket('udp4');
    await new Promise((resolve) => datagram.send('x', 9, '127.0.0.1', resolve));
    datagram.close();
    await new Promise((resolve) => connect(1, '0.0.0.0').once('error', resolve).once('connect', resolve));
    expect(watch.asked()).toEqual(expect.arrayContaining(['GETADDRINFOREQWRAP', 'UDPWRAP', 'TCPCONNECTWRAP']));
  });
});
