/** The mail domain of each provider, as it is outside the simulation. */
export const providerDomains = {
  gmail: 'gmail.com',
  docomo: 'docomo.ne.jp',
  'yahoo-jp': 'yahoo.co.jp',
  icloud: 'icloud.com',
  m365: 'mihon-u.ac.jp',
  au: 'au.com',
  softbank: 'softbank.ne.jp',
  ymobile: 'ymobile.ne.jp',
  'school-gateway': 'mihon-h.ed.jp',
  plain: 'example.jp',
} as const;

export type Provider = keyof typeof providerDomains;
