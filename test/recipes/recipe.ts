/**
 * A line that a recipe adds to a file, next to the first occurrence of the text `before` or
 * `after`.
 */
export interface Edit {
  file: string;
  before?: string;
  after?: string;
  added: string;
}

/**
 * A recipe of CONTRIBUTING.md, with the files that it edits. New files are in the folder `files`.
 */
export interface Recipe {
  /** The first cell of its row. */
  name: string;
  edits: readonly Edit[];
}
