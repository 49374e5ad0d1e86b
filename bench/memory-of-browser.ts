import { readdirSync, readFileSync } from 'node:fs';

/**
 * Megabytes that the browsers started by this process hold: the proportional share of every page (PSS), so that what
 * their processes have in common counts once. NaN where /proc is not there.
 */
export function browserMb(): number {
  const parents = processes();
  if (parents.size === 0) return Number.NaN;
  const isOurs = (pid: number): boolean => {
    for (let at = parents.get(pid); at !== undefined && at !== 0; at = parents.get(at)) {
      if (at === process.pid) return true;
    }
    return false;
  };
  const kilobytes = [...parents.keys()].filter(isOurs).map(pssKb);
  return kilobytes.reduce((sum, kb) => sum + kb, 0) / 1_024;
}

/** Process → its parent. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function processes(): Map<number, number> {
  const parents = new Map<number, number>();
  for (const name of listed('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = read(`/proc/${name}/stat`);
    // The name of the program stands in brackets and may hold anything.
    const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  return parents;
}

function pssKb(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Empty when the process is gone by now. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
