/** One place where the tree breaks a law. */
export interface Finding {
  readonly file: string;
  /** From 1; absent when the whole file is meant. */
  readonly line?: number;
  readonly problem: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** One line a finding, sorted: what a failing law prints. */
export function show(findings: readonly Finding[]): string[] {
  return findings
    .map(({ file, line, problem, remedy }) => `${file}${line === undefined ? '' : `:${line}`} ${problem}: ${remedy}`)
    .sort();
}

/** What a law lets pass in one file, and why. An entry that nothing needs any more is a finding itself. */
export interface Exception {
  readonly file: string;
  readonly what: string;
  readonly reason: string;
}

/** A finding that an exception may cover: `what` is the word for it. */
export type Suspicion = Finding & { readonly what: string };

/** Leaves out what the exceptions cover; adds a finding for each exception that covers nothing. */
export function except(suspicions: readonly Suspicion[], exceptions: readonly Exception[], list: string): Finding[] {
  const covers = (exception: Exception, suspicion: Suspicion): boolean =>
    exception.file === suspicion.file && exception.what === suspicion.what;
  const left: Finding[] = suspicions.filter((suspicion) => !exceptions.some((one) => covers(one, suspicion)));
  for (const exception of exceptions) {
    if (suspicions.some((suspicion) => covers(exception, suspicion))) continue;
    left.push({
      file: exception.file,
      problem: `needs no exception for ${exception.what} any more`,
      remedy: `take its line out of ${list}`,
    });
  }
  return left;
}
