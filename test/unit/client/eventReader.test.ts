import { expect, it } from 'vitest';
import { createEventReader } from '../../../src/client/eventReader.ts';

const stream = [
  ': a comment\n',
  'event: change\nid: 7\ndata: {"type":"resync"}\n\n',
  'data:no space\r\ndata:  two spaces\r\n\r\n',
  'data: old line ends\rdata\rdata: after an empty one\r\r',
  'database: another field\n\n',
  'retry: 10\n\n\n',
  'data: 📧 é\n\n',
  'data: not complete',
].join('');
const expected = [
  '{"type":"resync"}',
  'no space\n two spaces',
  'old line ends\n\nafter an empty one',
  '📧 é',
];

function read(pieces: Iterable<string>): string[] {
  const found: string[] = [];
  const take = createEventReader((data) => found.push(data));
  for (const piece of pieces) take(piece);
  return found;
}

it('passes on each event once, however the stream is split', () => {
  expect(read([stream])).toEqual(expected);
  expect(read(stream)).toEqual(expected);
  for (let at = 0; at <= stream.length; at++) {
    expect(read([stream.slice(0, at), stream.slice(at)])).toEqual(expected);
  }
});
