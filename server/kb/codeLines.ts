const opening = /^((?:[\s>]|[-*+]\s|\d{1,9}[.)]\s)*)(`{3,}(?=[^`]*$)|~{3,})/;

/** Says of each line in turn whether it is of fenced code: what stands there is no markup. */
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
    // A line that is indented by four more columns is code.
    if (isMark && before.length < column + 4) fence = '';
    return true;
  };
}
