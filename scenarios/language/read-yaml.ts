import { Composer, type CST, type Document, Lexer, LineCounter, Parser } from 'yaml';
import type { Bilingual } from '#sim/errors';
import { locate } from './locate.ts';
import type { Located, Place } from './located.ts';
import { codePointName, refusedCharacter, saidOfCharacter } from './refused-character.ts';
import { mostProblems, type Problem, ScenarioFault } from './scenario-fault.ts';

const mostBytes = 256 * 1024;
const mostLevels = 32;

const options = {
  version: '1.2',
  schema: 'core',
  merge: false,
  resolveKnownTags: false,
  strict: true,
  // The locator looks for repeated keys itself: this check is quadratic.
  uniqueKeys: false,
  stringKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/**
 * Reads one YAML document of the core schema, without anchors, aliases, tags or directives, of at most 256 KB and 32
 * levels. A hostile file costs no more than a long one: size and depth are judged before anything is built from it.
 * Throws {@link ScenarioFault}.
 */
export function readYaml(text: string, file: string): Located {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const refuse = (problems: readonly Problem[]): void => {
    if (problems.length > 0) throw new ScenarioFault(file, problems);
  };
  refuse(sizeProblems(text));
  refuse(characterProblems(body));
  // Not by the parser, which loses count of the lines that it cannot read.
  const lines = new LineCounter();
  for (let start = 0; start !== -1; start = nextLine(body, start)) lines.addNewLine(start);
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.min(offset, body.length));
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const tokens = tokensOf(body, file, placeOf);
  refuse(directiveProblems(tokens, placeOf));
  const documents = [...new Composer(options).compose(tokens)];
  const [document] = documents;
  if (document === undefined || documents.length > 1) {
    const place = placeOf(documents[1]?.range[0] ?? 0);
    throw new ScenarioFault(file, [
      {
        code: 'scenario-documents',
        place,
        found: String(documents.length),
        said: saidOfDocuments(documents.length),
        expected: '1',
        suggestion: '',
      },
    ]);
  }
  refuse(syntaxProblems(document, body, placeOf));
  const problems: Problem[] = [];
  const located = locate(document.contents, placeOf, problems);
  refuse(problems);
  return located;
}

function saidOfDocuments(count: number): Bilingual {
  return count === 0
    ? { ja: 'ファイルが空です', en: 'the file is empty' }
    : { ja: `文書が${count}個あります`, en: `there are ${count} documents` };
}

function nextLine(body: string, start: number): number {
  const end = body.indexOf('\n', start);
  return end === -1 ? -1 : end + 1;
}

function sizeProblems(text: string): Problem[] {
  const size = Buffer.byteLength(text);
  if (size <= mostBytes) return [];
  const place = { line: 1, column: 1 };
  const expected = kibibytes(mostBytes);
  return [{ code: 'scenario-too-large', place, found: kibibytes(size), expected, suggestion: expected }];
}

function kibibytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KiB`;
}

function characterProblems(body: string): Problem[] {
  const index = body.search(refusedCharacter);
  if (index === -1) return [];
  const before = body.slice(0, index);
  const place = { line: before.split('\n').length, column: index - before.lastIndexOf('\n') };
  const found = codePointName(body.slice(index));
  return [{ code: 'scenario-encoding', place, found, said: saidOfCharacter(found), expected: '', suggestion: '' }];
}

function directiveProblems(tokens: readonly CST.Token[], placeOf: (offset: number) => Place): Problem[] {
  const directive = tokens.find((token) => token.type === 'directive');
  if (directive === undefined) return [];
  const found = directive.source;
  return [{ code: 'scenario-tag', place: placeOf(directive.offset), found, expected: '', suggestion: '' }];
}

/**
 * The concrete syntax, given up at the level that is too deep: the parser slows down with depth, and the composer after
 * it recurses.
 */
function tokensOf(body: string, file: string, placeOf: (offset: number) => Place): CST.Token[] {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(body)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > mostLevels && parser.stack.filter(isCollectionToken).length > mostLevels) {
      const place = placeOf(parser.stack.findLast(isCollectionToken)?.offset ?? 0);
      const expected = String(mostLevels);
      throw new ScenarioFault(file, [
        { code: 'scenario-too-deep', place, found: String(mostLevels + 1), expected, suggestion: expected },
      ]);
    }
  }
  tokens.push(...parser.end());
  return tokens;
}

function isCollectionToken(token: CST.Token): boolean {
  return token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection';
}

function syntaxProblems(document: Document.Parsed, body: string, placeOf: (offset: number) => Place): Problem[] {
  return document.errors.slice(0, mostProblems).map((error): Problem => {
    const offset = error.pos[0];
    const found = body
      .slice(offset, offset + 40)
      .split('\n')[0]
      ?.trim();
    const code = error.code === 'TAB_AS_INDENT' ? 'scenario-tab' : 'scenario-syntax';
    return { code, place: placeOf(offset), found: found || '\\n', expected: error.message, suggestion: '' };
  });
}
