import { AgentFault } from './agent-fault.ts';

/**
 * A regular expression of Java, that the whole of a text must match. Taken over: flags in front `(?i)`, quotes `\Q…\E`,
 * anchors `\A` `\z` `\Z`, possessive quantifiers (as greedy ones).
 * https://docs.oracle.com/javase/8/docs/api/java/util/regex/Pattern.html Throws AgentFault `invalid selector`.
 */
export function javaPattern(source: string): RegExp {
  const [front = '', flags = ''] = /^\(\?([a-zA-Z]+)\)/.exec(source) ?? [];
  const body = source
    .slice(front.length)
    .replace(/\\Q([\s\S]*?)(?:\\E|$)/g, (_whole, text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .replace(/\\A/g, '^')
    .replace(/\\[zZ]/g, '$')
    .replace(/\\h/g, '[ \\t\\u3000]')
    .replace(/(?<!\\)([*+?}])\+/g, '$1');
  const known = [...'ims'].filter((flag) => flags.includes(flag)).join('');
  const whole = `^(?:${body})$`;
  try {
    return new RegExp(whole, `${known}u`);
  } catch {
    // Java lets stand what Unicode mode refuses: `\-`.
  }
  try {
    return new RegExp(whole, known);
  } catch (error) {
    throw new AgentFault('invalid selector', `The pattern '${source}' is not valid: ${(error as Error).message}`);
  }
}
