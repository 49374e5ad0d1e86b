import { describe, expect, it } from 'vitest';
import { saveWorld, tokenHash } from '#sim/kernel';
import { type FurnishedWorld, furnishedWorld } from '../../fuzz/furnished-world.ts';

/**
 * Tables in which a live token may stand: they are the student's own side, and a service that is real has none of them.
 * A journal row of theirs is listed by its command.
 */
const studentsSide: ReadonlySet<string> = new Set([
  // The session that the app keeps on the phone, and the page that its browser has open.
  'handset_session',
  'handset',
  // Mails as they arrived. What the issuer sent it keeps no copy of.
  'mailbox_data',
]);
const studentsCommands = /^(handset|mailbox)\./;

/** As text, and as it looks inside base64: whatever stands before it there shifts it by 0, 1 or 2 bytes. */
function spellings(token: string): readonly string[] {
  const shifted = [0, 1, 2].map((by) => {
    const encoded = Buffer.from('x'.repeat(by) + token).toString('base64');
    return encoded.slice(by === 0 ? 0 : 4, -8);
  });
  return [token, Buffer.from(token).toString('hex'), ...shifted];
}

function placeOf({ world }: FurnishedWorld, table: string, row: Readonly<Record<string, unknown>>): string {
  if (table === 'journal') return `journal ${row.command}`;
  // Bytes stand in one table; whose they are is told by the row that names them.
  const isArrived =
    table === 'blob' && world.store.get('SELECT 1 FROM mailbox_data WHERE blob = ?', Number(row.blob)) !== undefined;
  return isArrived ? 'mailbox_data' : table;
}

function holders(furnished: FurnishedWorld, token: string): readonly string[] {
  const { world } = furnished;
  const wanted = spellings(token);
  const tables = world.store.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
  const found = new Set<string>();
  for (const { name } of tables) {
    for (const row of world.store.all<Record<string, unknown>>(`SELECT * FROM ${name}`)) {
      const holds = Object.values(row).some((value) => {
        const text = value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value);
        return wanted.some((spelling) => text.includes(spelling));
      });
      if (holds) found.add(placeOf(furnished, name, row));
    }
  }
  return [...found];
}

describe('live tokens at rest', () => {
  it('stand nowhere on the side of the services, however they are spelled', async () => {
    const furnished = await furnishedWorld();
    using _world = furnished.world;
    const { endedSession: _ended, ...live } = furnished.tokens;
    for (const [what, token] of Object.entries(live)) {
      expect(token, what).toMatch(/^[\w-]{43}$/);
      const places = holders(furnished, token);
      // The student has it, or the search is blind.
      expect(places.length, what).toBeGreaterThan(0);
      const wrong = places.filter((place) => {
        const command = place.startsWith('journal ') ? place.slice('journal '.length) : undefined;
        return command === undefined ? !studentsSide.has(place) : !studentsCommands.test(command);
      });
      expect(wrong, what).toEqual([]);
    }
  });

  it('stand in no event, and in no journal that leaves the world', async () => {
    const { world, tokens } = await furnishedWorld();
    using _world = world;
    const written = JSON.stringify([world.log.after(0), saveWorld(world)]);
    for (const [what, token] of Object.entries(tokens)) {
      for (const spelling of spellings(token)) expect(written.includes(spelling), what).toBe(false);
    }
    expect(written).not.toContain('Mihon2026!');
  });

  it('are kept as SHA-256, each in the table of what it opens', async () => {
    const { world, tokens } = await furnishedWorld();
    using _world = world;
    const kept = (table: string, token: string) =>
      world.store.get(`SELECT 1 FROM ${table} WHERE token_hash = ?`, tokenHash(token)) !== undefined;
    expect(kept('issuer_link', tokens.receive)).toBe(true);
    for (const token of [tokens.activation, tokens.reset, tokens.address])
      expect(kept('wallet_link', token)).toBe(true);
    for (const token of [tokens.session, tokens.otherSession]) expect(kept('wallet_session', token)).toBe(true);
  });
});
