const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether it is one of the names that programs have for this machine, as URLs spell them (`URL.hostname`). */
export function isLoopbackName(hostname: string): boolean {
  return loopbackNames.has(hostname);
}
