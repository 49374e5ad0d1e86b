/** An address as ENVELOPE gives it, or the begin (no host) or end (no host, no mailbox) of a group. */
export interface RawAddress {
  /** As written: encoded-words stay encoded. */
  readonly name?: string;
  readonly mailbox?: string;
  readonly host?: string;
}

/** More than anybody writes; what follows is left out. */
const addressesMax = 1_000;

type Token = { readonly type: 'word' | 'quoted' | 'mark'; readonly text: string };

/** Reads an address list without decoding it: https://www.rfc-editor.org/rfc/rfc5322#section-3.4 */
export function rawAddresses(value: string): readonly RawAddress[] {
  const found: RawAddress[] = [];
  let held: Token[] = [];
  let isInGroup = false;
  let isInBrackets = false;
  const finish = (): void => {
    const address = held.length === 0 ? undefined : addressOf(held);
    if (address !== undefined) found.push(address);
    held = [];
    isInBrackets = false;
  };
  for (const token of tokensOf(value)) {
    if (found.length >= addressesMax) break;
    if (token.type !== 'mark' || isInBrackets || !',:;'.includes(token.text)) {
      if (token.type === 'mark' && '<>'.includes(token.text)) isInBrackets = token.text === '<';
      held.push(token);
    } else if (token.text === ',') {
      finish();
    } else if (token.text === ':' && !isInGroup) {
      // https://www.rfc-editor.org/rfc/rfc9051#section-7.5.2 : a group's name stands as a mailbox without host.
      found.push({ mailbox: phraseOf(held) ?? '' });
      held = [];
      isInGroup = true;
    } else if (token.text === ';' && isInGroup) {
      finish();
      found.push({});
      isInGroup = false;
    }
  }
  finish();
  if (isInGroup) found.push({});
  return found;
}

function addressOf(tokens: readonly Token[]): RawAddress | undefined {
  const open = tokens.findIndex(({ type, text }) => type === 'mark' && text === '<');
  const close = tokens.findIndex(({ type, text }) => type === 'mark' && text === '>');
  const inside = open === -1 ? tokens : tokens.slice(open + 1, close === -1 ? undefined : close);
  const name = open === -1 ? undefined : phraseOf(tokens.slice(0, open));
  // A source route, `@a,@b:`, is obsolete and passed over: https://www.rfc-editor.org/rfc/rfc5322#section-4.4
  const route = inside.findLastIndex(({ type, text }) => type === 'mark' && text === ':');
  const spec = inside.slice(route + 1);
  const at = spec.findLastIndex(({ type, text }) => type === 'mark' && text === '@');
  const written = (part: readonly Token[]): string => part.map(({ text }) => text).join('');
  const [mailbox, host] = at === -1 ? [written(spec), ''] : [written(spec.slice(0, at)), written(spec.slice(at + 1))];
  if (mailbox === '' && host === '' && name === undefined) return undefined;
  return { ...(name !== undefined && { name }), mailbox, host };
}

function phraseOf(tokens: readonly Token[]): string | undefined {
  return tokens.length === 0 ? undefined : tokens.map(({ text }) => text).join(' ');
}

/** Words, strings without their quotes, and marks; comments are passed over. Each character is looked at once. */
function tokensOf(value: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < value.length) {
    const character = value.charAt(at);
    if (character === '"') {
      const { text, end } = quotedAt(value, at + 1);
      tokens.push({ type: 'quoted', text });
      at = end;
    } else if (character === '(') {
      at = commentEnd(value, at);
    } else if ('<>@,:;'.includes(character)) {
      tokens.push({ type: 'mark', text: character });
      at += 1;
    } else if (/\s/.test(character)) {
      at += 1;
    } else {
      let end = at;
      while (end < value.length && !/[\s"(<>@,:;]/.test(value.charAt(end))) end += 1;
      tokens.push({ type: 'word', text: value.slice(at, end) });
      at = end;
    }
  }
  return tokens;
}

function quotedAt(value: string, start: number): { readonly text: string; readonly end: number } {
  let text = '';
  let at = start;
  while (at < value.length && value.charAt(at) !== '"') {
    if (value.charAt(at) === '\\') at += 1;
    text += value.charAt(at);
    at += 1;
  }
  return { text, end: at + 1 };
}

function commentEnd(value: string, start: number): number {
  let depth = 0;
  for (let at = start; at < value.length; at += 1) {
    const character = value.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return value.length;
}
