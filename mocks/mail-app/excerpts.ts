import type { RunningWorld } from '#sim/kernel';
import { bytesOf, parseMail, readableText } from '../mailbox/index.ts';

/** The first words of captured messages, as a list shows them. */
export interface Excerpts {
  of(captured: string): Promise<string>;
}

const lettersMax = 120;
/** A list parses each of its mails for its first words: not those that take long. */
const bytesMax = 200_000;
const keptMax = 5_000;

/** A message never changes, and a shown list asks again every few seconds: each is parsed once. */
export function createExcerpts(world: RunningWorld): Excerpts {
  const kept = new Map<string, string>();
  return {
    async of(captured) {
      const known = kept.get(captured);
      if (known !== undefined) return known;
      const excerpt = await excerptOf(bytesOf(world, captured));
      if (kept.size >= keptMax) kept.clear();
      kept.set(captured, excerpt);
      return excerpt;
    },
  };
}

async function excerptOf(bytes: Buffer): Promise<string> {
  if (bytes.length > bytesMax) return '';
  const { text = '', html = '' } = await parseMail(bytes);
  const body = (text.trim() === '' ? readableText(html) : text).slice(0, 4 * lettersMax);
  return [...body.replace(/\s+/g, ' ').trim()].slice(0, lettersMax).join('');
}
