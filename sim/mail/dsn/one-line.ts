/** Text on one line of ASCII: what is for machines is, and the rest must not do anything to who prints it. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[^\x20-\x7e]/g, '?');
}
