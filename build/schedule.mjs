/**
 * Runs parts beside each other in `slots`. A part takes one slot, or as many as its `slots` says, and starts once
 * the parts that its `after` names have ended; names of parts that do not run are ignored.
 */
export async function schedule(parts, slots, runPart) {
  const waiting = new Map(Object.entries(parts));
  const running = new Map();
  let free = slots;
  while (waiting.size + running.size > 0) {
    for (const [name, part] of waiting) {
      const { after = [], slots: wanted = 1 } = part;
      const taken = Math.min(wanted, slots);
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
