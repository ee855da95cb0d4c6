/** Wall-clock time after which work has taken too long, however little of it was its own. Milliseconds. */
const maxWallMs = 60_000;

/**
 * Starts measuring work of this process. The returned function returns milliseconds: the wall-clock time,
 * but not more than the CPU time of the process, because a machine that is busy with something else
 * is not the fault of the work.
 */
export function startWorkTime(): () => number {
  const startedAt = performance.now();
  const hasCpuTime = typeof process.cpuUsage === 'function'; // not in every runtime of a backend
  const before = hasCpuTime ? process.cpuUsage() : undefined;
  return () => {
    const wallMs = performance.now() - startedAt;
    if (before === undefined || wallMs > maxWallMs) return wallMs;
    const { user, system } = process.cpuUsage(before);
    return Math.min(wallMs, (user + system) / 1_000);
  };
}
