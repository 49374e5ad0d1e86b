import type { Bilingual } from '#sim/errors';
import type { Authentication, SpfCheck } from '../authentication.ts';
import type { Condition } from '../profile.ts';
import { choice, domainOf, flag, type Question } from '../question.ts';
import { isOfCarrier } from './lists.ts';

const askedDomain = { ja: '差出人のドメイン {domain}', en: 'The domain of the From address, {domain},' };

/** The From domain has neither A nor MX record. */
export const fromDomainTakesNoMail: Condition = {
  condition: 'from-domain-missing',
  needs: ['zone'],
  holds: ({ message }) => {
    const domain = domainOf(message.fromAddress);
    return domain !== '' && message.zone?.hasRecord(domain, ['A', 'MX']) === false;
  },
  words: ({ message }) => ({ domain: domainOf(message.fromAddress) || '<>' }),
  matched: {
    ja: 'ドメイン {domain} には、AレコードもMXレコードもありません。',
    en: 'The domain {domain} has neither an A nor an MX record.',
  },
  passed: {
    ja: 'ドメイン {domain} には、AレコードかMXレコードがあります。',
    en: 'The domain {domain} has an A or MX record.',
  },
};

/** The domain of the reverse-path has no record at all. An empty reverse-path has no domain to miss. */
export const envelopeDomainIsMissing: Condition = {
  condition: 'envelope-domain-missing',
  needs: ['zone'],
  holds: ({ message }) => {
    const domain = domainOf(message.reversePath);
    return domain !== '' && message.zone?.hasRecord(domain) === false;
  },
  words: ({ message }) => ({ domain: domainOf(message.reversePath) || '<>' }),
  matched: { ja: 'ドメイン {domain} はDNSにありません。', en: 'The domain {domain} is not in the DNS.' },
  passed: { ja: 'ドメイン {domain} はDNSにあります。', en: 'The domain {domain} is in the DNS.' },
};

/** One carrier's idea of a forged sender. */
export function isSpoofed(
  condition: string,
  test: {
    readonly setting: string;
    /** What is judged, and at which level. */
    readonly judged: Bilingual;
    readonly isOn: (question: Question) => boolean;
    readonly identities: (found: Authentication) => readonly SpfCheck[];
    readonly isForged: (check: SpfCheck) => boolean;
  },
): Condition {
  const checks = (question: Question): readonly SpfCheck[] => test.identities(authenticationOf(question));
  return {
    condition,
    setting: test.setting,
    needs: ['authentication'],
    holds: (question) => test.isOn(question) && checks(question).some(test.isForged),
    words: (question) => ({
      checks: checks(question)
        .map(({ domain, result }) => `${domain}: ${result}`)
        .join(', '),
    }),
    matched: {
      ja: `「{setting}」（${test.judged.ja}）がなりすましと判定しました（SPF {checks}）。`,
      en: `"{setting}" (${test.judged.en}) took the sender for forged (SPF {checks}).`,
    },
    passed: {
      ja: `「{setting}」（${test.judged.ja}）には当たりません（SPF {checks}）。`,
      en: `"{setting}" (${test.judged.en}) does not apply (SPF {checks}).`,
    },
  };
}

/** Not proven to be right: a domain without a record counts, a check that a name server could not answer does not. */
export function isUnproven({ result }: SpfCheck): boolean {
  return result !== 'pass' && result !== 'temperror';
}

/** Known to be wrong. */
export function isContradicted({ result }: SpfCheck): boolean {
  return result === 'fail' || result === 'softfail';
}

/** What docomo and SoftBank judge, in words. */
export const headerFromWords: Bilingual = { ja: 'Fromのドメイン', en: 'the From domain' };

export function headerFromOf({ spf }: Authentication): readonly SpfCheck[] {
  return [spf.headerFrom];
}

/** Mail that claims to be of a mobile phone, and is not sent by the carrier. */
export function isSpoofedMobile(
  setting: string,
  levels: readonly string[],
  identities: (found: Authentication) => readonly SpfCheck[] = headerFromOf,
): Condition {
  return isSpoofed('spoofed-mobile', {
    setting,
    judged: { ja: '携帯電話のアドレスを名乗るメール', en: 'mail that claims a mobile address' },
    isOn: (question) => levels.includes(choice(question, setting)) && isOfCarrier(question.message.fromAddress),
    identities,
    isForged: isUnproven,
  });
}

/** DMARC fails, and the domain's policy is one of these. */
export function failsDmarc(condition: string, policies: readonly Authentication['dmarc']['policy'][]): Condition {
  return authenticated(condition, {
    holds: ({ dmarc }) => dmarc.result === 'fail' && policies.includes(dmarc.policy),
    matched: {
      ja: `${askedDomain.ja} のDMARCに合格せず、ポリシーは {policy} です（SPF {spf}、DKIM {dkim}）。`,
      en: `${askedDomain.en} fails DMARC under the policy {policy} (SPF {spf}, DKIM {dkim}).`,
    },
    passed: {
      ja: 'DMARCによる拒否には当たりません（DMARC {dmarc}）。',
      en: 'DMARC does not stand against it (DMARC {dmarc}).',
    },
  });
}

/** Neither SPF nor DKIM passes. */
export const isUnauthenticated: Condition = authenticated('unauthenticated', {
  holds: ({ spf, dkim }) => spf.envelope.result !== 'pass' && dkim.result !== 'pass',
  matched: {
    ja: 'SPFにもDKIMにも合格していません（SPF {spf}、DKIM {dkim}）。',
    en: 'Neither SPF nor DKIM passes (SPF {spf}, DKIM {dkim}).',
  },
  passed: {
    ja: 'SPFかDKIMに合格しています（SPF {spf}、DKIM {dkim}）。',
    en: 'SPF or DKIM passes (SPF {spf}, DKIM {dkim}).',
  },
});

/** SPF, DKIM and DMARC all lack. */
export const lacksAuthentication: Condition = authenticated('without-authentication', {
  holds: ({ spf, dkim, dmarc }) => spf.envelope.result !== 'pass' && dkim.result !== 'pass' && dmarc.result !== 'pass',
  matched: {
    ja: 'SPF・DKIM・DMARCのどれにも合格していません。',
    en: 'None of SPF, DKIM and DMARC passes.',
  },
  passed: {
    ja: '送信ドメイン認証に合格しています（SPF {spf}、DKIM {dkim}、DMARC {dmarc}）。',
    en: 'The sender is authenticated (SPF {spf}, DKIM {dkim}, DMARC {dmarc}).',
  },
});

export const passesDmarc: Condition = authenticated('dmarc-passed', {
  holds: ({ dmarc }) => dmarc.result === 'pass',
  matched: { ja: 'DMARCに合格しています。', en: 'DMARC passes.' },
  passed: { ja: 'DMARCに合格していません（DMARC {dmarc}）。', en: 'DMARC does not pass (DMARC {dmarc}).' },
});

/** Forged by DMARC's measure, where the owner asked for it. */
export function isForgedByDmarc(setting: string): Condition {
  return {
    ...authenticated('spoofed', {
      holds: ({ spf, dkim, dmarc }, question) =>
        flag(question, setting) &&
        (dmarc.result === 'fail' || (isContradicted(spf.envelope) && dkim.result !== 'pass')),
      matched: {
        ja: '「{setting}」がなりすましと判定しました（SPF {spf}、DKIM {dkim}、DMARC {dmarc}）。',
        en: '"{setting}" took the sender for forged (SPF {spf}, DKIM {dkim}, DMARC {dmarc}).',
      },
      passed: { ja: '「{setting}」には当たりません。', en: '"{setting}" does not apply.' },
    }),
    setting,
  };
}

function authenticated(
  condition: string,
  asked: {
    readonly holds: (found: Authentication, question: Question) => boolean;
    readonly matched: Bilingual;
    readonly passed: Bilingual;
  },
): Condition {
  return {
    condition,
    needs: ['authentication'],
    holds: (question) => asked.holds(authenticationOf(question), question),
    words: (question) => {
      const { spf, dkim, dmarc } = authenticationOf(question);
      return {
        domain: domainOf(question.message.fromAddress),
        spf: spf.envelope.result,
        dkim: dkim.result,
        dmarc: dmarc.result,
        policy: dmarc.policy,
      };
    },
    matched: asked.matched,
    passed: asked.passed,
  };
}

export function authenticationOf({ message }: Question): Authentication {
  const { authentication } = message;
  if (authentication === undefined || authentication === 'unknown') {
    throw new TypeError('a rule that needs authentication was asked without it');
  }
  return authentication;
}
