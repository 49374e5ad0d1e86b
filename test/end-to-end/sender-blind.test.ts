import { expect, it } from 'vitest';
import { folder, mailboxOf } from '#mocks/mailbox';
import { parseScenario } from '#scenarios/language';
import { resolveCast } from '#scenarios/library/cast';
import { modules, originOf, planCells, setStage } from '#scenarios/runner';
import { stepOf, verbs } from '#scenarios/steps';
import { createWorld } from '#sim/kernel';

/** What the school's API tells of a mail, and where the mail lies, ten minutes after it was issued. */
async function issuedTo(provider: string, mailbox: string) {
  const text = `id: blind
title: { ja: 送信側, en: The sender }
stated: inferred
seed: 3
starts: 2026-04-01T09:00:00+09:00
cast:
  school:  { use: mihon-university }
  student: { use: hanako, provider: ${provider}, handset: iphone-17, mailbox: ${mailbox} }
steps:
  - school.issues: { credential: student-id }
`;
  const [cell] = planCells([parseScenario(text, 'blind.yaml', verbs)]);
  if (cell === undefined) throw new TypeError('no cell');
  using world = createWorld(originOf(cell), modules);
  const play = await setStage(world, resolveCast(cell.scenario, cell.row));
  await stepOf('school.issues').run(play, {});
  await world.advance(600_000);
  const student = play.student();
  const box = mailboxOf(world, student.address)?.mailbox ?? '';
  const told = await student.school.call<object>('GET', '/mail');
  return {
    told: JSON.stringify(told),
    inbox: folder(world, box, 'inbox').length,
    junk: folder(world, box, 'junk').length,
  };
}

it.each([
  ['in the junk folder', 'gmail', '{ junkBias: high }', { inbox: 0, junk: 1 }],
  ['dropped without a word', 'au', '{ omakaseFilter: true, junkBias: high }', { inbox: 0, junk: 0 }],
  ['kept from the inbox', 'm365', '{ junkBias: high }', { inbox: 0 }],
] as const)('a mail that is %s looks to its sender as one that was read', async (_, provider, mailbox, place) => {
  const good = await issuedTo(provider, '{}');
  const bad = await issuedTo(provider, mailbox);
  expect(good).toMatchObject({ inbox: 1, junk: 0 });
  expect(bad).toMatchObject(place);
  expect(bad.told).toBe(good.told);
  expect(good.told).toContain('"state":"accepted"');
});
