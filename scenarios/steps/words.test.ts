import { describe, expect, it } from 'vitest';
import { screenCatalogue } from '#drivers/handset';
import { topics } from '#mocks/school';
import { stepOf, verbs } from './index.ts';
import { screenNames } from './screen-names.ts';

describe('the words of the steps', () => {
  it('name every screen that a handset can show, and no other', () => {
    expect(Object.keys(screenNames).sort()).toEqual(Object.keys(screenCatalogue).sort());
  });

  it('know every topic that a desk answers', () => {
    const asks = stepOf('student.asks');
    for (const [about, { question }] of Object.entries(topics)) {
      expect(asks.sentence({ party: 'school', about }).ja).toContain(question.ja.replace(/。$/, ''));
    }
  });

  it('describe every verb in both languages', () => {
    for (const { verb, description } of verbs) {
      expect(description.ja, verb).toMatch(/\p{Script=Hiragana}.*。$/u);
      expect(description.en, verb).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('are one verb each', () => {
    const names = verbs.map(({ verb }) => verb);
    expect(new Set(names).size).toBe(names.length);
  });
});
