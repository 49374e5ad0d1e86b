/** Texts, and the brackets between them. */
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]/gs;

/**
 * Whether some object of a valid JSON text has a name twice, however it is spelt. Readers differ in which member they
 * take, so a proof that holds for one reading would vouch for another:
 * https://www.rfc-editor.org/rfc/rfc8259#section-4
 */
export function hasRepeatedName(json: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  for (const { 0: token, index } of json.matchAll(tokens)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (isName(json, index + token.length)) {
      const name = token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1);
      const names = open.at(-1);
      if (names?.has(name)) return true;
      names?.add(name);
    }
  }
  return false;
}

function isName(json: string, behind: number): boolean {
  let at = behind;
  while (' \t\r\n'.includes(json[at] ?? '.')) at += 1;
  return json[at] === ':';
}
