import { describe, expect, it } from 'vitest';
import { authenticate, breakRecord, dnsDefaults, ownMailAuthentication } from '#mocks/dns';
import { bytesOf, folder, mailboxOf } from '#mocks/mailbox';
import { resolveCast } from '#scenarios/library/cast';
import { modules, originOf, planCells, setStage } from '#scenarios/runner';
import { stepOf } from '#scenarios/steps';
import { createWorld } from '#sim/kernel';
import { readLibrary } from '../library/index.ts';

const own = { reversePath: 'service@openbadge.net', fromDomain: 'openbadge.net' };

async function issued() {
  const [cell] = planCells(readLibrary().filter(({ id }) => id === 'S-4.1-01'));
  if (cell === undefined) throw new TypeError('no cell');
  const world = createWorld(originOf(cell), modules);
  const play = await setStage(world, resolveCast(cell.scenario, cell.row));
  await stepOf('school.issues').run(play, {});
  await world.advance(10_000);
  const mailbox = mailboxOf(world, play.student().address)?.mailbox ?? '';
  const [mail] = folder(world, mailbox, 'inbox');
  return { world, data: bytesOf(world, mail?.captured ?? '') };
}

describe('the sender’s own mail over an intact zone', () => {
  it('is known to be authentic, as judging its bytes in full finds', async () => {
    const { world, data } = await issued();
    const { sendingAddress: clientAddress, sendingHost: helo } = dnsDefaults;
    expect(ownMailAuthentication(world, own)).toEqual(await authenticate(world, { ...own, data, clientAddress, helo }));
  });

  it.each(['spf', 'dkim', 'dmarc', 'domain'] as const)(
    'is judged in full once %s is broken, until it is mended',
    async (record) => {
      const { world } = await issued();
      await world.perform(breakRecord, { record, state: 'missing' });
      expect(ownMailAuthentication(world, own)).toBeUndefined();
      await world.perform(breakRecord, { record, state: record === 'dmarc' ? 'reject' : 'right' });
      expect(ownMailAuthentication(world, own)).toBeDefined();
    },
  );

  it('is not taken for granted under another domain', async () => {
    const { world } = await issued();
    expect(ownMailAuthentication(world, { ...own, fromDomain: 'openbadge.net.evil.example' })).toBeUndefined();
    expect(ownMailAuthentication(world, { ...own, reversePath: 'x@evil.example' })).toBeUndefined();
  });
});
