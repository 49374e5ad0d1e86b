import { Document, isCollection, visit } from 'yaml';
import type { Json } from '#sim/kernel';

/** A value on one line, as a person writes it: `{ folder: inbox, count: 0 }`, `10m`, `"15.0"`. */
export function inlineYaml(value: Json): string {
  const document = new Document(value, { schema: 'core', aliasDuplicateObjects: false });
  visit(document, {
    Node(_, node) {
      if (isCollection(node)) node.flow = true;
    },
  });
  // Block scalars cannot stand inside a line; a line feed becomes an escape.
  return document
    .toString({ lineWidth: 0, blockQuote: false, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER })
    .trimEnd();
}
