/**
 * A database's bytes without what tells of its past instead of its rows, so that the same rows give the same bytes in
 * memory and in a file, however often it was opened: https://www.sqlite.org/fileformat2.html#the_database_header
 * Returns the same array, changed.
 */
export function plainBytes(bytes: Uint8Array): Uint8Array {
  // 18 and 19: whether there is a write-ahead log beside it, which bytes in memory cannot have.
  bytes.fill(1, 18, 20);
  // 24: the count of changes. 92: for which count the size in the header is valid. 96: the library that wrote it.
  bytes.fill(0, 24, 28);
  bytes.fill(0, 92, 100);
  return bytes;
}
