interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const block = 512;

/** The plain files of a tar archive. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html (ustar) */
export function filesOfTar(archive: Buffer): PackedFile[] {
  const files: PackedFile[] = [];
  for (let at = 0; at + block <= archive.length; ) {
    const name = textAt(archive, at, 100);
    if (name === '') break;
    const size = Number.parseInt(textAt(archive, at + 124, 12), 8);
    const kind = textAt(archive, at + 156, 1);
    // A name that climbs out of the folder is nobody's.
    if ((kind === '0' || kind === '') && !name.split('/').includes('..')) {
      files.push({ name, bytes: archive.subarray(at + block, at + block + size) });
    }
    at += block + Math.ceil(size / block) * block;
  }
  return files;
}

function textAt(archive: Buffer, at: number, length: number): string {
  return archive
    .toString('utf8', at, at + length)
    .replace(/\0[\s\S]*$/, '')
    .trim();
}
