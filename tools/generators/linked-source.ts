/** A source as it stands in the code, for a cell of a table: addresses become links, assumptions stand out. */
export function linkedSource(source: string): string {
  return source
    .replace(/https?:\/\/[^\s();]+/g, '<$&>')
    .replace(/assumption/g, '**仮定 assumption**')
    .replaceAll('|', '\\|');
}
