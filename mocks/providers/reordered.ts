import { ServiceError } from '#sim/errors';
import type { Profile } from './profile.ts';

/**
 * The profile with some of its conditions asked in another order: they take the places that they had together, in the
 * order given; all others stay. For orders that are an assumption, and for what a carrier changes tomorrow.
 * Throws ServiceError `mailbox-setting-invalid` when the profile has no such condition.
 */
export function reordered(profile: Profile, conditions: readonly string[] = []): Profile {
  if (conditions.length === 0) return profile;
  // What holds when nothing else does stays last.
  const movable = profile.rules.slice(0, -1);
  const moved = conditions.map((condition) => {
    const rule = movable.find(({ when }) => when.condition === condition);
    if (rule === undefined) {
      const known = movable.map(({ when }) => when.condition).join(' | ');
      throw new ServiceError('mailbox-setting-invalid', { setting: `ruleOrder ${profile.provider}`, expected: known });
    }
    return rule;
  });
  if (new Set(moved).size < moved.length) {
    throw new ServiceError('mailbox-setting-invalid', {
      setting: `ruleOrder ${profile.provider}`,
      expected: 'each once',
    });
  }
  const names = new Set(conditions);
  const next = moved.values();
  const rules = profile.rules.map((rule) => (names.has(rule.when.condition) ? (next.next().value ?? rule) : rule));
  return { ...profile, rules, orderSource: 'assumption: the order that this world was given' };
}
