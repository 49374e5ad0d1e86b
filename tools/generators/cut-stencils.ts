import { cutOwnStencils } from '#sim/proof';
import type { Generator } from './generator.ts';

export const cutStencils: Generator = {
  file: 'sim/proof/generated/cut-stencils.json',
  make: async () => `${JSON.stringify(await cutOwnStencils(), null, 2)}\n`,
};
