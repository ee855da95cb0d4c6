/**
 * Reads server-sent events from text in pieces, and hands over the data of each event once it is complete
 * (HTML Living Standard, 9.2.6). Names, ids and comments are passed over.
 */
export function createEventReader(onData: (data: string) => void): (piece: string) => void {
  let rest = '';
  let data: string[] = [];
  return (piece) => {
    // A carriage return at the end may be the first half of a line break.
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [field] = /^data(: ?|$)/.exec(line) ?? [];
      if (field !== undefined) data.push(line.slice(field.length));
      if (line !== '' || data.length === 0) continue;
      onData(data.join('\n'));
      data = [];
    }
  };
}
