import { describe, expect, it } from 'vitest';
import { ServiceError } from '#sim/errors';
import { directLane } from '../runner/index.ts';
import { laneNamed, laneNames } from './index.ts';

describe('a lane by its name', () => {
  it('is itself, or says that it is not there yet', async () => {
    expect(await laneNamed('direct')).toBe(directLane);
    for (const name of laneNames) {
      const found = await laneNamed(name).catch((error: unknown) => error);
      if (found instanceof ServiceError)
        expect(found).toMatchObject({ code: 'lane-not-ready', parameters: { lane: name } });
      else expect(found).toMatchObject({ name });
    }
  });
});
