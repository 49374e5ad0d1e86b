/** A file that is kept beside the events of a cell, such as a picture of a screen. */
export interface CellFile {
  /** What a page can load it by. */
  readonly url: string;
  /** Pixels; of pictures only. */
  readonly width?: number;
  readonly height?: number;
}

/** The file of this name that belongs to a run, by its place in the list of runs; undefined when it was not kept. */
export type CellFiles = (run: number, name: string) => CellFile | undefined;

/** Without any: what a run of rows leaves. */
export const noFiles: CellFiles = () => undefined;
