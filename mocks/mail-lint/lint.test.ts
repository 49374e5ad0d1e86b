import { describe, expect, it } from 'vitest';
import { readLetter, withSmtpLineEnds } from './letter.ts';
import { lint } from './lint.ts';
import { found, mailOf } from './lint-fixture.ts';
import { lintRules } from './rules/index.ts';

describe('every rule', () => {
  it.each(lintRules)(
    '$rule says in whole sentences what is wrong and what to do, and where it is known from',
    (rule) => {
      for (const { ja, en } of [rule.found, rule.advice]) {
        expect(ja).toMatch(/。$/);
        expect(en).toMatch(/[.:]$/);
      }
      expect(rule.source).toMatch(/https?:\/\/|^assumption/);
    },
  );

  it('has a name of its own', () => {
    expect(new Set(lintRules.map(({ rule }) => rule)).size).toBe(lintRules.length);
  });
});

describe('a mail', () => {
  it('that is right has nothing but notices', () => {
    const findings = lint(readLetter(mailOf({})));
    expect(findings.filter(({ severity }) => severity !== 'notice').map(({ rule }) => rule)).toEqual(['dkim-missing']);
  });

  it('is told of with errors first, and no place left open', () => {
    const findings = lint(readLetter(mailOf({ header: { Date: [], Subject: 'a'.repeat(100) }, html: '<p>a</p>' })));
    const severities = findings.map(({ severity }) => severity);
    expect(severities).toEqual(
      severities.toSorted(
        (a, b) => ['error', 'warning', 'notice'].indexOf(a) - ['error', 'warning', 'notice'].indexOf(b),
      ),
    );
    for (const { found, advice } of findings)
      expect(Object.values({ ...found, ...advice }).join()).not.toMatch(/\{\w+\}/);
  });

  it('puts no control character and no endless text of its own into what is said', () => {
    const text = `https://\x1b[31m.example/ ${'https://a.example@b.example/ '.repeat(9)}`;
    const findings = lint(readLetter(mailOf({ header: { Date: `\x1b[2J${'x'.repeat(500)}` }, text, html: '' })));
    expect(findings.map(({ found }) => found.ja + found.en).join()).not.toMatch(/\p{Cc}/u);
    expect(findings.every(({ found }) => found.en.length < 300)).toBe(true);
  });

  it('that was saved with the line ends of the machine is read as it was sent', () => {
    const saved = Buffer.from(mailOf({}).toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
    expect(withSmtpLineEnds(saved)).toEqual(mailOf({}));
    expect(found({ raw: withSmtpLineEnds(saved).toString('latin1') })).toEqual(found({}));
    const mixed = Buffer.from('a\r\nb\nc');
    expect(withSmtpLineEnds(mixed)).toBe(mixed);
  });

  it.each(['', '\r\n', 'From', '\0\xff', '<', '=?utf-8?b?'])('of %j is looked over all the same', (raw) => {
    expect(found({ raw })).toContain('field-missing');
  });
});
