import type { SourceQuery } from '#mocks/external-capture';
import type { Option, Options } from './command.ts';

/** Which of the mails of a server are meant. */
export const captureQueryOptions: readonly Option[] = [
  textOption('to', 'ADDRESS', { ja: '宛先の一部', en: 'a part of an address that it went to' }),
  textOption('from', 'WORDS', { ja: '差出人の名前かアドレスの一部', en: 'a part of the sender’s name or address' }),
  textOption('subject', 'WORDS', { ja: '件名の一部', en: 'a part of the subject' }),
  textOption('text', 'WORDS', { ja: '件名・差出人・本文にある言葉', en: 'words of subject, sender or body' }),
];

function textOption(name: keyof SourceQuery, placeholder: string, summary: Option['summary']): Option {
  return { name, kind: 'text', placeholder, summary };
}

export function captureQueryOf(options: Options): SourceQuery {
  const given = captureQueryOptions.map(({ name }) => name).filter((name) => options.has(name));
  return Object.fromEntries(given.map((name) => [name, options.text(name)]));
}
