import { expect, it } from 'vitest';
import { catalogue } from '../../errors/index.ts';
import { problems } from './problems.ts';

it.each(Object.keys(problems) as (keyof typeof problems)[])('says of %s what the error catalogue says', (code) => {
  const { detail, nextStep } = catalogue[code];
  expect(problems[code]).toEqual([detail, nextStep]);
});
