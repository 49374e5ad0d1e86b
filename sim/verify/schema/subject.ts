import { type TSchema, Type } from 'typebox';
import type { DataModel } from './data-model.ts';
import { dateTime, noun, oneOrMany, text, types } from './value-form.ts';

/** Whom the badge is about, and what was achieved. Only the schema for VC 1.1 allows no other member here. */
export function achievementSubject(model: DataModel): TSchema {
  return noun(
    'AchievementSubject',
    { type: types(['AchievementSubject']), achievement: Type.Ref('Achievement') },
    {
      id: text,
      activityEndDate: dateTime,
      activityStartDate: dateTime,
      creditsEarned: Type.Number(),
      identifier: oneOrMany(Type.Ref('IdentityObject')),
      image: Type.Ref('Image'),
      licenseNumber: text,
      narrative: text,
      result: oneOrMany(Type.Ref('Result')),
      role: text,
      source: Type.Ref('Profile'),
      term: text,
    },
    model === 'vcdm1',
  );
}
