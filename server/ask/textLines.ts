/** Quotes that nest deeper are shown as deep as this: a prefix must not grow without end. */
const deepestQuote = 5;
/** Addresses of links that are longer are left out: they say nothing to a reader. */
const longestAddress = 500;

/** Lines of text as they are gathered from HTML. */
export class TextLines {
  readonly #lines: string[] = [];
  #line = '';
  #endsInSpace = false;
  #depth = 0;
  /** Marks of the previous line. */
  #depthBefore = 0;
  /** True while a blank line is due before the next text. */
  #isApart = false;
  /** Text added since a link began. */
  #linked = '';

  /** Adds text as HTML shows it: white space is one space. */
  add(text: string): void {
    const shown = text.replaceAll(/[ \t\r\n\f\u00a0]+/g, ' ');
    // Looked up and not read off the line: reading a growing text again and again costs its square.
    const isStart = this.#line === '' || this.#endsInSpace;
    if (this.#line === '' && shown === ' ' && text.includes('\u00a0')) this.#isApart = true;
    const fitting = isStart && shown.startsWith(' ') ? shown.slice(1) : shown;
    if (fitting === '') return;
    this.#line += fitting;
    this.#endsInSpace = fitting.endsWith(' ');
    if (this.#linked.length <= longestAddress) this.#linked += fitting;
  }

  addPreformatted(text: string): void {
    const [first = '', ...rest] = text.split(/\r?\n/);
    this.#line += first;
    for (const line of rest) {
      this.breakLine();
      this.#line = line;
    }
  }

  /** A line of its own. */
  addLine(text: string): void {
    this.endLine();
    this.#line = text;
    this.endLine();
  }

  breakLine(): void {
    // RFC 3676: the line above a signature ends with its space.
    const text = this.#line === '-- ' ? this.#line : this.#line.trimEnd();
    this.#line = '';
    if (text === '') {
      this.#isApart = true;
      return;
    }
    this.#keep(text);
  }

  /** Ends the line if there is one. */
  endLine(): void {
    if (this.#line.trim() !== '') this.breakLine();
    else this.#line = '';
  }

  endParagraph(): void {
    this.endLine();
    this.#isApart = true;
  }

  /** Goes one quote deeper (1) or back (-1). */
  quote(step: 1 | -1): void {
    this.endLine();
    this.#depth += step;
  }

  startLink(): void {
    this.#linked = '';
  }

  /** Shows where a link leads, unless its text says so. */
  endLink(href: string): void {
    const linked = this.#linked.trim();
    this.#linked = '';
    if (linked === '' || !/^https?:/i.test(href) || href.length > longestAddress) return;
    const plain = (url: string) => url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
    if (plain(href) !== plain(linked)) this.#line += ` <${href}>`;
  }

  text(): string {
    this.endLine();
    return this.#lines.join('\n');
  }

  #keep(text: string): void {
    const depth = Math.min(this.#depth, deepestQuote);
    if (this.#isApart && this.#lines.length > 0) {
      // The blank line between a quote and what is outside of it belongs to neither.
      this.#lines.push('> '.repeat(Math.min(depth, this.#depthBefore)).trimEnd());
    }
    this.#isApart = false;
    this.#depthBefore = depth;
    this.#lines.push('> '.repeat(depth) + text);
  }
}
