import type { Sample } from './sample.ts';

/** `README.txt`: one line a sample, in Japanese and English. */
export function readMe(all: readonly Sample[], seed: number): Sample {
  const lines = all.map(({ name, title }) => `${name}\n  ${title.ja}。\n  ${title.en}.\n`);
  const text = `todoku samples（seed ${seed}）

学校・学生・アドレス・鍵はすべて架空のものです。アドレスは .test で終わり、どこにも届きません。
Every school, student, address and key is invented; addresses end in .test and lead nowhere.

${lines.join('\n')}`;
  return {
    name: 'README.txt',
    mediaType: 'text/plain',
    bytes: Buffer.from(text),
    title: { ja: 'それぞれの説明', en: 'What each of them is' },
  };
}
