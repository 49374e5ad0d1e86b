import { nearest } from '#sim/kernel';
import type { CastMember } from '../library/cast/index.ts';
import { schoolMember, studentMember } from '../library/cast/index.ts';
import { checkFilled, checkNames, fillingsOf } from './check-filled.ts';
import { mostMembers } from './file-schema.ts';
import { inlineYaml } from './inline-yaml.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { type Located, type Member, orEmpty } from './located.ts';
import type { Matrix } from './read-matrix.ts';
import type { Problem } from './scenario-fault.ts';

const schemas = { school: jsonSchemaOf(schoolMember), student: jsonSchemaOf(studentMember) };

type Role = keyof typeof schemas;

const keyPattern = /^[A-Za-z][A-Za-z0-9-]*$/;
const keyWords = {
  ja: '英字で始め、英数字とハイフンで書きます',
  en: 'it begins with a letter, and goes on with letters, digits and hyphens',
};

/** The members by key, each with its role; what the library does not have is reported with what it has. */
export function readCast(node: Located, matrix: Matrix, problems: Problem[]): Record<string, CastMember> {
  const cast: Record<string, CastMember> = {};
  const columns = new Set(matrix.columns.keys());
  const schools = [...(node.members ?? [])]
    .filter(([key, member]) => roleOf(key, member.node) === 'school')
    .map(([key]) => key);
  if (schools.length === 0) {
    const found = [...(node.members?.keys() ?? [])].join(', ') || '{}';
    const suggestion = 'school: { use: mihon-university }';
    problems.push({ code: 'scenario-missing-key', place: node.place, found, expected: 'school', suggestion });
  }
  for (const [key, { key: place, node: given }] of [...(node.members ?? [])].slice(0, mostMembers)) {
    const member = { key: place, node: orEmpty(given) };
    const role = roleOf(key, member.node);
    problems.push(...keyProblems(key, member, role));
    if (role === undefined) continue;
    problems.push(
      ...checkFilled(schemas[role], member.node, matrix).map(fromLibrary),
      ...checkNames(member.node, columns),
    );
    problems.push(...schoolProblems(member.node, schools, matrix));
    cast[key] = { role, ...(member.node.value as object) };
  }
  return cast;
}

/** The role that a member gives itself, or that of its key. */
function roleOf(key: string, node: Located): Role | undefined {
  const role = node.members?.get('role')?.node.value ?? key;
  return role === 'school' || role === 'student' ? role : undefined;
}

function keyProblems(key: string, member: Member, role: Role | undefined): Problem[] {
  if (!keyPattern.test(key)) {
    return [{ code: 'scenario-key', place: member.key, found: key, expected: keyWords, suggestion: 'student' }];
  }
  if (role !== undefined) return [];
  const given = member.node.members?.get('role')?.node;
  const roles = Object.keys(schemas);
  if (given !== undefined) {
    const found = inlineYaml(given.value);
    const suggestion = nearest(found, roles, 'student');
    return [{ code: 'scenario-wrong-value', place: given.place, found, expected: roles.join(' | '), suggestion }];
  }
  const found = [...(member.node.members?.keys() ?? [])].join(', ') || '{}';
  const suggestion = `role: ${nearest(key, roles, 'student')}`;
  return [{ code: 'scenario-missing-key', place: member.node.place, found, expected: 'role', suggestion }];
}

/** A student's `school` is a key of this cast. */
function schoolProblems(node: Located, schools: readonly string[], matrix: Matrix): Problem[] {
  const given = node.members?.get('school')?.node;
  if (given === undefined) return [];
  for (const { filled } of fillingsOf(given, matrix)) {
    if (typeof filled !== 'string' || schools.includes(filled)) continue;
    const expected = schools.join(' | ');
    return [
      {
        code: 'cast-unknown',
        place: given.place,
        found: filled,
        expected,
        suggestion: nearest(filled, schools, ''),
      },
    ];
  }
  return [];
}

const libraryKeys = new Set(['use', 'handset', 'provider']);

/** A key that the library does not have is an error of its own: it says what there is. */
function fromLibrary(problem: Problem): Problem {
  const { path = [] } = problem;
  const namesEntry = libraryKeys.has(path.at(-1) ?? '') || (path.length === 2 && path[0] === 'otherHandsets');
  return problem.code === 'scenario-wrong-value' && namesEntry ? { ...problem, code: 'cast-unknown' } : problem;
}
