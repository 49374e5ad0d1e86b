import { type TSchema, Type } from 'typebox';
import type { Verb, VerbName } from './verb.ts';

function verb<Value extends TSchema, const Name extends VerbName>(definition: Verb<Value, Name>): Verb<Value, Name> {
  return definition;
}

const closed = { additionalProperties: false };
const kind = Type.Enum(['issue-notice', 'activation']);

/** A few verbs that stand for the real ones in tests of the language: one of each form of value. */
export const sampleVerbs = [
  verb({
    verb: 'school.issues',
    description: { ja: '学校が発行します。', en: 'The school issues.' },
    value: Type.Object({ credential: Type.Enum(['student-id']), as: Type.Optional(Type.String()) }, closed),
    sentence: () => ({ ja: '学校が学生証を発行する', en: 'The school issues the student ID' }),
  }),
  verb({
    verb: 'student.opensMail',
    description: { ja: '学生がメールを開きます。', en: 'The student opens a mail.' },
    value: Type.Object({ kind, keep: Type.Optional(Type.String()) }, closed),
    sentence: ({ kind: which }) => ({
      ja: `学生がメール（${which}）を開く`,
      en: `The student opens the mail ${which}`,
    }),
  }),
  verb({
    verb: 'student.opensLink',
    description: { ja: '学生がリンクを開きます。', en: 'The student opens a link.' },
    value: Type.Object({ link: Type.String({ pattern: '^https://', description: 'https://…' }) }, closed),
    sentence: ({ link }) => ({ ja: `学生がリンク ${link} を開く`, en: `The student opens the link ${link}` }),
  }),
  verb({
    verb: 'student.checksFolder',
    description: { ja: '学生がフォルダを見ます。', en: 'The student looks into a folder.' },
    value: Type.Enum(['inbox', 'junk', 'trash']),
    sentence: (folder) => ({ ja: `学生が ${folder} を見る`, en: `The student looks into ${folder}` }),
  }),
  verb({
    verb: 'student.changesPhone',
    description: { ja: '学生が端末を替えます。', en: 'The student changes phones.' },
    value: Type.Object(
      {
        handset: Type.Union([
          Type.Enum(['iphone-17', 'android-13']),
          Type.Object({ platform: Type.Enum(['iOS', 'Android']), version: Type.String({ minLength: 1 }) }, closed),
        ]),
      },
      closed,
    ),
    sentence: ({ handset }) => ({
      ja: `学生が ${typeof handset === 'string' ? handset : handset.platform} に替える`,
      en: `The student changes to ${typeof handset === 'string' ? handset : handset.platform}`,
    }),
  }),
  verb({
    verb: 'student.restarts',
    description: { ja: '学生が再起動します。', en: 'The student restarts the phone.' },
    value: Type.Object({ times: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })) }, closed),
    sentence: ({ times }) => ({
      ja: `学生が ${times ?? 1} 回再起動する`,
      en: `The student restarts ${times ?? 1}×`,
    }),
  }),
  verb({
    verb: 'clock.advance',
    description: { ja: '時間を進めます。', en: 'Moves virtual time.' },
    value: Type.String({ pattern: '^(\\d{1,9}(ms|s|m|h|d))+$', examples: ['10m'] }),
    sentence: (duration) => ({ ja: `${duration} 進む`, en: `${duration} pass` }),
  }),
  verb({
    verb: 'expect.mail',
    description: { ja: 'メールを確かめます。', en: 'Checks mails.' },
    value: Type.Object(
      {
        folder: Type.Enum(['inbox', 'junk', 'trash']),
        kind: Type.Optional(kind),
        subject: Type.Optional(Type.String()),
        count: Type.Optional(Type.Integer({ minimum: 0 })),
      },
      closed,
    ),
    sentence: ({ folder, count = 1 }) => ({
      ja: `${folder} に ${count} 通ある`,
      en: `There are ${count} in ${folder}`,
    }),
  }),
] as const;

/** A scenario in which every part of the language is used. */
export const sampleText = `# yaml-language-server: $schema=../../language/scenario.schema.json
id: S-9.9-01
title: { ja: 見本, en: A sample }
description: { ja: 見本です。, en: It is a sample. }
manual: ["2-2", "3-1"]
stated: implied
tags: [core]
seed: 9901
starts: 2026-04-01T09:00:00+09:00
cast:
  school:  { use: mihon-university }
  student: { use: hanako, provider: $provider, handset: android-13 }
world:
  mailbox: { junkBias: high }
limits: { time: 30d, events: 5000 }
matrix:
  provider: [gmail, docomo]
  rows:
    - { delay: 1d, count: 1 }
    - { delay: 45d, count: 0 }
steps:
  - school.issues:        { credential: student-id, as: first }
  - student.opensMail:    { kind: issue-notice, keep: oldLink }
  - clock.advance:        $delay
  - student.opensLink:    { link: $oldLink }
  - student.checksFolder: junk
  - student.restarts:
  - expect.mail:          { folder: inbox, kind: issue-notice, subject: 【見本大学】からオープンバッジ発行のお知らせ, count: $count }
resolution: { cause: junk-folder, party: student, contacts: 1 }
never: [mail-leaves-the-simulation]
`;
