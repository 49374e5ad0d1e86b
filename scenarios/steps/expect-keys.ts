import { Type } from 'typebox';
import { perCell } from '../language/index.ts';
import { check } from './check.ts';
import { step, who } from './step.ts';
import { countOf } from './words.ts';

export const expectKeys = step({
  verb: 'expect.keys',
  description: {
    ja: '学校が公開している署名鍵（公開鍵）の数を確かめます。',
    en: 'Checks how many public keys of the school anyone can look up.',
  },
  value: Type.Object({ count: Type.Integer({ minimum: 0 }), who }, { additionalProperties: false }),
  sentence({ count }) {
    const cell = perCell(count);
    return cell === undefined
      ? { ja: `学校が公開している署名鍵は${count}つ`, en: `The school publishes ${countOf(count, 'key')}` }
      : { ja: `学校が公開している署名鍵の数（${cell.ja}）`, en: `The school publishes its keys (${cell.en})` };
  },
  async run(play, value) {
    const school = play.school(value.who);
    const wanted = { ja: `公開鍵が${value.count}つ`, en: countOf(value.count, 'public key') };
    await check(play, 'keys', wanted, async () => {
      const response = await play.fetch(`${play.world.origins.issuer}/schools/${school.slug}/jwks`);
      const { keys = [] } = response.json<{ keys?: readonly unknown[] }>();
      return {
        holds: keys.length === value.count,
        actual: { ja: `${keys.length}つでした`, en: `there were ${keys.length}` },
      };
    });
  },
});
