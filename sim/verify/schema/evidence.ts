import { noun, text, types } from './value-form.ts';

export const evidence = noun(
  'Evidence',
  { type: types(['Evidence']) },
  { id: text, narrative: text, name: text, description: text, genre: text, audience: text },
);
