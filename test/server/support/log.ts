import { Writable } from 'node:stream';
import { pino } from 'pino';
import { describeError } from '../../../server/base/logger.ts';

/** Creates a logger like the server's, whose lines can be read. */
export function newLog() {
  const lines: Record<string, unknown>[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  const logger = pino({ level: 'trace', serializers: { err: describeError } }, sink);
  return { lines, logger };
}
