/** "µs" and "pg µs": CPU time per request, of the server and of Postgres. */
export const heading =
  '  what      floor/s   p99    µs  pg µs   ours/s   p50   p99    µs  pg µs  rejected  ratio  of CPU  heap MB';

/** Prints the figures of a case: of the minimal handler, if it has one, and of the backend. */
export function print(name, base, own) {
  const rate = (result) => (result['2xx'] / result.duration).toFixed(0);
  const ratio = base && (own['2xx'] / own.duration / (base['2xx'] / base.duration)).toFixed(2);
  const server = (result) => result.cpuMicros / result['2xx'];
  const postgres = (result) => result.postgresMicros / result['2xx'];
  const cells = [
    [base ? rate(base) : '–', 9],
    [base?.latency.p99 ?? '–', 6],
    [base ? server(base).toFixed(0) : '–', 6],
    [base ? postgres(base).toFixed(0) : '–', 7],
    [rate(own), 9],
    [own.latency.p50, 6],
    [own.latency.p99, 6],
    [server(own).toFixed(0), 6],
    [postgres(own).toFixed(0), 7],
    [own.non2xx + own.errors, 9],
    [ratio ?? '–', 7],
    [base ? (server(base) / server(own)).toFixed(2) : '–', 8],
    [`${own.heapMb.begin.toFixed(0)}→${own.heapMb.end.toFixed(0)}`, 9],
  ];
  const line = cells.map(([text, width]) => String(text).padStart(width)).join('');
  process.stdout.write(`  ${name.padEnd(8)}${line}\n`);
}
