/** The command that shows a file to a person on this kind of machine. */
export function openingCommand(platform: NodeJS.Platform, file: string): string {
  const quoted = /^[\w./:\\-]+$/.test(file) ? file : `"${file}"`;
  if (platform === 'win32') return `start "" ${quoted}`;
  return `${platform === 'darwin' ? 'open' : 'xdg-open'} ${quoted}`;
}
