import { expect, it } from 'vitest';
import { organisationalDomain } from './organisational-domain.ts';

it.each([
  ['openbadge.net', 'openbadge.net'],
  ['mail.eu.openbadge.net', 'openbadge.net'],
  ['stu.mihon-u.ac.jp.test', 'mihon-u.ac.jp'],
  ['docomo.ne.jp', 'docomo.ne.jp'],
  ['mail.lecos.jp', 'lecos.jp'],
])('%s belongs to %s', (domain, organisation) => {
  expect(organisationalDomain(domain)).toBe(organisation);
});
