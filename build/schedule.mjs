/**
 * Runs parts in parallel in `slots`. A part uses one slot, or the number in its `slots`. It starts
 * after the parts in its `after` have ended; parts that do not run are ignored.
 */
export async function schedule(parts, slots, runPart) {
  const waiting = new Map(Object.entries(parts));
  const running = new Map();
  let free = slots;
  while (waiting.size + running.size > 0) {
    for (const [name, part] of waiting) {
      const { after = [], slots: requestedSlots = 1 } = part;
      const taken = Math.min(requestedSlots, slots);
      const isReady = after.every((other) => !waiting.has(other) && !running.has(other));
      if (!isReady || taken > free) continue;
      waiting.delete(name);
      free -= taken;
      const ended = runPart(name, part).finally(() => {
        running.delete(name);
        free += taken;
      });
      running.set(name, ended);
    }
    await Promise.race(running.values());
  }
}
