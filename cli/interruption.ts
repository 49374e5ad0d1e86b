/** Resolves when the user (Ctrl-C) or the system asks the program to end; a second Ctrl-C ends it at once. */
export function interruption(): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      process.off('SIGINT', end);
      process.off('SIGTERM', end);
      resolve();
    };
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
  });
}
