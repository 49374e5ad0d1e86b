import { expect, it } from 'vitest';
import { eventsAfter } from '#sim/events';
import { dnsWorld } from './dns-fixture.ts';
import { breakRecord } from './index.ts';

it('a record that is put where it stands already is no news', async () => {
  const world = dnsWorld();
  const news = (): string[] =>
    eventsAfter(world, 0).flatMap((event) =>
      event.type === 'dns.changed' ? [`${event.data.type} ${event.data.name}`] : [],
    );
  await world.perform(breakRecord, { record: 'spf', state: 'right' });
  expect(news()).toEqual([]);
  await world.perform(breakRecord, { record: 'spf', state: 'missing' });
  expect(news()).toEqual(['TXT openbadge.net']);
  await world.perform(breakRecord, { record: 'dmarc', state: 'none' });
  expect(news()).toEqual(['TXT openbadge.net', 'TXT _dmarc.openbadge.net']);
});
