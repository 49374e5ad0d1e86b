import { Type } from 'typebox';
import { extensible, noun, oneOrMany, text, types } from './value-form.ts';

const alignment = oneOrMany(Type.Ref('Alignment'));

export const result = noun(
  'Result',
  { type: types(['Result']) },
  {
    achievedLevel: text,
    alignment,
    resultDescription: text,
    status: Type.Unsafe({
      type: 'string',
      enum: ['Completed', 'Enrolled', 'Failed', 'InProgress', 'OnHold', 'Provisional', 'Withdrew'],
    }),
    value: text,
  },
);

export const resultDescription = noun(
  'ResultDescription',
  {
    id: text,
    type: types(['ResultDescription']),
    name: text,
    resultType: extensible(
      ...['GradePointAverage', 'LetterGrade', 'Percent', 'PerformanceLevel', 'PredictedScore', 'RawScore', 'Result'],
      ...['RubricCriterion', 'RubricCriterionLevel', 'RubricScore', 'ScaledScore', 'Status'],
    ),
  },
  {
    alignment,
    allowedValue: oneOrMany(text),
    requiredLevel: text,
    requiredValue: text,
    rubricCriterionLevel: oneOrMany(Type.Ref('RubricCriterionLevel')),
    valueMax: text,
    valueMin: text,
  },
);

export const rubricCriterionLevel = noun(
  'RubricCriterionLevel',
  { id: text, type: types(['RubricCriterionLevel']), name: text },
  { alignment, description: text, level: text, points: text },
);
