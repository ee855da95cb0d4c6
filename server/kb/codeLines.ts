const opening = /^((?:[\s>]|[-*+]\s|\d{1,9}[.)]\s)*)(`{3,}(?=[^`]*$)|~{3,})/;

/**
 * Creates a function that is called for each line in turn. It returns whether the line is part of
 * fenced code, which contains no markup.
 */
export function codeLines(): (line: string) => boolean {
  let fence = '';
  let column = 0;
  return (line) => {
    if (fence === '') {
      const [, before = '', mark = ''] = opening.exec(line) ?? [];
      fence = mark;
      column = before.length;
      return fence !== '';
    }
    const [, before = '', mark = ''] = /^([\s>]*)(\S+)\s*$/.exec(line) ?? [];
    const isMark = mark.startsWith(fence) && mark.replaceAll(fence[0] ?? '', '') === '';
    // A fence that is indented by four more columns does not close the block.
    if (isMark && before.length < column + 4) fence = '';
    return true;
  };
}
