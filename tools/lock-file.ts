/** The parts of package-lock.json and package.json that the law looks at. */
export interface LockFile {
  readonly lockfileVersion: number;
  readonly packages: { readonly [path: string]: LockedPackage };
}

export interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
  readonly dependencies?: Versions;
  readonly devDependencies?: Versions;
  readonly optionalDependencies?: Versions;
}

export interface Manifest {
  readonly dependencies?: Versions;
  readonly devDependencies?: Versions;
  readonly optionalDependencies?: Versions;
}

type Versions = { readonly [name: string]: string };

const sections = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

/** What would make `npm ci` fail or differ on another machine; empty when the lock file is good. `workspaces`: by path. */
export function lockFileProblems(
  lock: LockFile,
  root: Manifest,
  workspaces: { readonly [path: string]: Manifest } = {},
): string[] {
  const problems = lock.lockfileVersion === 3 ? [] : [`lockfileVersion is ${lock.lockfileVersion}, not 3`];
  for (const [path, manifest] of Object.entries({ '': root, ...workspaces })) {
    problems.push(...manifestProblems(path, manifest, lock));
  }
  for (const [path, entry] of Object.entries(lock.packages)) problems.push(...entryProblems(path, entry, lock));
  return problems;
}

function manifestProblems(path: string, manifest: Manifest, lock: LockFile): string[] {
  const file = path === '' ? 'package.json' : `${path}/package.json`;
  const problems: string[] = [];
  for (const section of sections) {
    for (const [name, version] of Object.entries(manifest[section] ?? {})) {
      if (!/^\d+\.\d+\.\d+/.test(version)) problems.push(`${file}: ${name} is ${version}; name one exact version`);
      const locked = lock.packages[path]?.[section]?.[name];
      if (locked !== version)
        problems.push(`${file}: ${name} is ${version}, the lock file says ${locked ?? 'nothing'}`);
    }
  }
  return problems;
}

function entryProblems(path: string, entry: LockedPackage, lock: LockFile): string[] {
  if (!path.includes('node_modules/') || entry.link === true) return [];
  const problems: string[] = [];
  if (entry.resolved !== undefined) problems.push(`${path} carries a download address`);
  if (entry.integrity === undefined && entry.inBundle !== true) problems.push(`${path} has no integrity`);
  // npm install leaves out the packages of other platforms when it cannot see them; npm ci then refuses the lock file.
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    if (!isLocked(path, name, lock)) problems.push(`${path} needs ${name}, which is not in the lock file`);
  }
  return problems;
}

/** As Node looks for a package: here, then in each folder above. */
function isLocked(path: string, name: string, lock: LockFile): boolean {
  for (let from = path; ; from = from.slice(0, Math.max(from.lastIndexOf('/node_modules/'), 0))) {
    if (lock.packages[`${from === '' ? '' : `${from}/`}node_modules/${name}`] !== undefined) return true;
    if (from === '') return false;
  }
}
