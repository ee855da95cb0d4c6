/** The reason why a file is not an article, and the line of the error. */
export class ArticleFault extends Error {
  override readonly name = 'ArticleFault';
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}
