import { extensible, noun, text, types } from './value-form.ts';

/** To which outcome of which framework something corresponds. */
export const alignment = noun(
  'Alignment',
  { type: types(['Alignment']), targetName: text, targetUrl: text },
  {
    targetCode: text,
    targetDescription: text,
    targetFramework: text,
    targetType: extensible(
      ...['ceasn:Competency', 'ceterms:Credential', 'CFItem', 'CFRubric', 'CFRubricCriterion'],
      ...['CFRubricCriterionLevel', 'CTDL'],
    ),
  },
);
