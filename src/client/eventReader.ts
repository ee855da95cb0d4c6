/**
 * Reads server-sent events from chunks of text. Passes the data of each complete event to `onData`
 * (HTML Living Standard, 9.2.6). Ignores names, ids and comments.
 */
export function createEventReader(onData: (data: string) => void): (piece: string) => void {
  let rest = '';
  let data: string[] = [];
  return (piece) => {
    // A trailing carriage return may be the first half of a line break.
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
