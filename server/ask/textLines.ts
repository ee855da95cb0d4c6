/**
 * Maximum depth of quote marks. Deeper quotes get the same prefix, so that prefixes cannot grow
 * without limit.
 */
const maxQuoteDepth = 5;
/** Longer addresses of links are omitted, because they are not useful to a reader. */
const maxAddressLength = 500;

/** Collects lines of text from HTML. */
export class TextLines {
  readonly #lines: string[] = [];
  #line = '';
  #endsInSpace = false;
  #depth = 0;
  /** Quote depth of the previous line. */
  #depthBefore = 0;
  /** True if a blank line must come before the next text. */
  #isApart = false;
  /** Text since the start of the current link. */
  #linked = '';

  /** Adds text as HTML displays it: white space collapses to one space. */
  add(text: string): void {
    const shown = text.replaceAll(/[ \t\r\n\f\u00a0]+/g, ' ');
    // Tracked in a field, because reading the growing line repeatedly would take quadratic time.
    const isStart = this.#line === '' || this.#endsInSpace;
    if (this.#line === '' && shown === ' ' && text.includes('\u00a0')) this.#isApart = true;
    const added = isStart && shown.startsWith(' ') ? shown.slice(1) : shown;
    if (added === '') return;
    this.#line += added;
    this.#endsInSpace = added.endsWith(' ');
    if (this.#linked.length <= maxAddressLength) this.#linked += added;
  }

  addPreformatted(text: string): void {
    const [first = '', ...rest] = text.split(/\r?\n/);
    this.#line += first;
    for (const line of rest) {
      this.breakLine();
      this.#line = line;
    }
  }

  /** Adds a separate line. */
  addLine(text: string): void {
    this.endLine();
    this.#line = text;
    this.endLine();
  }

  breakLine(): void {
    // RFC 3676: the line above a signature keeps its trailing space.
    const text = this.#line === '-- ' ? this.#line : this.#line.trimEnd();
    this.#line = '';
    if (text === '') {
      this.#isApart = true;
      return;
    }
    this.#keep(text);
  }

  /** Ends the current line. */
  endLine(): void {
    if (this.#line.trim() !== '') this.breakLine();
    else this.#line = '';
  }

  endParagraph(): void {
    this.endLine();
    this.#isApart = true;
  }

  /** Increases (1) or decreases (-1) the quote depth. */
  quote(step: 1 | -1): void {
    this.endLine();
    this.#depth += step;
  }

  startLink(): void {
    this.#linked = '';
  }

  /** Adds the address of a link, unless the text of the link contains it. */
  endLink(href: string): void {
    const linked = this.#linked.trim();
    this.#linked = '';
    if (linked === '' || !/^https?:/i.test(href) || href.length > maxAddressLength) return;
    const plain = (url: string) => url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
    if (plain(href) !== plain(linked)) this.#line += ` <${href}>`;
  }

  text(): string {
    this.endLine();
    return this.#lines.join('\n');
  }

  #keep(text: string): void {
    const depth = Math.min(this.#depth, maxQuoteDepth);
    if (this.#isApart && this.#lines.length > 0) {
      // A blank line at the border of a quote belongs to the outer level.
      this.#lines.push('> '.repeat(Math.min(depth, this.#depthBefore)).trimEnd());
    }
    this.#isApart = false;
    this.#depthBefore = depth;
    this.#lines.push('> '.repeat(depth) + text);
  }
}
