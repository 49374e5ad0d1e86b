import { describe, expect, it } from 'vitest';
import type { Json } from '#sim/kernel';
import { furnishedWorld } from '../../fuzz/furnished-world.ts';

/** https://www.rfc-editor.org/rfc/rfc6761#section-6.2 : no resolver on the Internet knows a name under `.test`. */
function isOutsideTheWorld(address: string): boolean {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return false;
  return !/(^|\.)test$/.test(url.hostname) && !['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}

/** Where the words of a credential are defined; no gate takes one of these for an issuer. */
const vocabularies = /^https:\/\/(www\.w3\.org|purl\.imsglobal\.org|w3id\.org)\//;

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

describe('what the issuers of a world publish', () => {
  it('is marked as a simulation, and names no host that a real gate could reach', async () => {
    const { world, play } = await furnishedWorld();
    using _world = world;
    for (const school of ['mihon-university', 'kasumi-college']) {
      const root = `${world.origins.issuer}/schools/${school}`;
      expect(isOutsideTheWorld(root)).toBe(false);
      const headers = { accept: 'application/json' };
      const profile = (await play.fetch(root, { headers })).json<{ id: string; description: string }>();
      const achievement = await play.fetch(`${root}/achievements/student-id`, { headers });
      const did = (await play.fetch(`${root}/did.json`, { headers })).json<{ id: string }>();
      expect(profile.id).toBe(root);
      expect(profile.description).toMatch(/シミュレーション.*simulation/);
      expect(achievement.body.toString('utf8')).toMatch(/シミュレーション.*simulation/);
      expect(did.id).toMatch(/^did:web:[\w.-]+\.test:/);
      for (const text of textsIn([profile, achievement.json(), did])) {
        expect(isOutsideTheWorld(text) && !vocabularies.test(text), text).toBe(false);
      }
    }
  });

  it('is signed by issuers whose names end in .test, in every credential', async () => {
    const { world } = await furnishedWorld();
    using _world = world;
    const rows = world.store.all<{ secured: string }>('SELECT secured FROM issuer_secured');
    expect(rows.length).toBeGreaterThanOrEqual(4);
    for (const { secured } of rows) {
      const payload = JSON.parse(Buffer.from(secured.split('.')[1] ?? '', 'base64url').toString('utf8')) as Json;
      const texts = textsIn(payload).filter((text) => isOutsideTheWorld(text) && !vocabularies.test(text));
      expect(texts).toEqual([]);
      expect(JSON.stringify(payload)).toMatch(/シミュレーション.*simulation/);
    }
  });

  it('shows people that it is one, on every page', async () => {
    const { world, play, tokens } = await furnishedWorld();
    using _world = world;
    for (const address of [
      `${world.origins.issuer}/schools/mihon-university`,
      `${world.origins.issuer}/schools/mihon-university/achievements/student-id`,
      `${world.origins.wallet}/activate/${tokens.activation}`,
    ]) {
      const { headers, body } = await play.fetch(address, { headers: { accept: 'text/html' } });
      expect(headers['content-type']).toContain('text/html');
      expect(body.toString('utf8')).toContain('SIMULATION');
    }
  });
});
