import { expect, it } from 'vitest';
import { type LetterOptions, readLetter } from './letter.ts';
import { lint } from './lint.ts';
import type { LintRule } from './rule.ts';

/** What a mail differs in from a right one of the service. */
export interface Given extends LetterOptions {
  /** Header lines by name; an empty list takes the field away. */
  readonly header?: { readonly [name: string]: string | readonly string[] };
  readonly text?: string;
  readonly html?: string;
  /** The whole body with its own header lines, in place of text and HTML; a character a byte. */
  readonly body?: string;
  /** The whole mail; a character a byte. */
  readonly raw?: string;
}

export function word(text: string): string {
  return `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
}

export const link = 'https://wallet.openbadge.net/receive/t0ken';
const page = `<html><head><meta name="viewport" content="width=device-width"></head><body><p>学生証を受け取ってください。 <a href="${link}">${link}</a></p></body></html>`;

const usual = {
  Date: 'Wed, 1 Apr 2026 09:00:00 +0900',
  From: `${word('オープンバッジ')} <service@openbadge.net>`,
  To: '<hanako@gmail.com.test>',
  Subject: word('学生証のお知らせ'),
  'Message-ID': '<msg_0001@openbadge.net>',
  'Auto-Submitted': 'auto-generated',
  'MIME-Version': '1.0',
};

export function mailOf({ header = {}, text, html, body, raw }: Given): Buffer {
  if (raw !== undefined) return Buffer.from(raw, 'latin1');
  const lines = Object.entries({ ...usual, ...header }).flatMap(([name, values]) =>
    [values].flat().map((value) => `${name}: ${value}\r\n`),
  );
  return Buffer.from(
    `${lines.join('')}${body ?? alternative(text ?? `受け取る\r\n${link}\r\n`, html ?? page)}`,
    'latin1',
  );
}

function alternative(text: string, html: string): string {
  const part = (type: string, content: string): string =>
    content === ''
      ? ''
      : `--=_b\r\nContent-Type: text/${type}; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${encoded(content)}\r\n`;
  return `Content-Type: multipart/alternative; boundary="=_b"\r\n\r\n${part('plain', text)}${part('html', html)}--=_b--\r\n`;
}

function encoded(text: string): string {
  return (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');
}

/** The ids of what is found in a mail. */
export function found(given: Given, rules?: readonly LintRule[]): readonly string[] {
  return lint(readLetter(mailOf(given), given), rules).map(({ rule }) => rule);
}

/** A rule, a mail that trips it, and one that differs in that alone and does not. */
export type LintRow = readonly [rule: string, wrong: Given, right: Given];

/** Plays the rows of a family of rules, each of which needs one. */
export function trips(rules: readonly LintRule[], rows: readonly LintRow[]): void {
  it.each(rows)('%s is found where it is, and only there', (rule, wrong, right) => {
    expect(found(wrong, rules)).toContain(rule);
    expect(found(right, rules)).not.toContain(rule);
  });

  it('has a mail for every rule', () => {
    const told = new Set(rows.map(([rule]) => rule));
    expect(rules.map(({ rule }) => rule).filter((rule) => !told.has(rule))).toEqual([]);
  });
}
