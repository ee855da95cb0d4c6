interface Named {
  id: string;
  name: string;
}

/**
 * Returns the agents whose names follow an `@` in a note, ignoring case. The longest matching name
 * counts.
 */
export function mentionedIn<Agent extends Named>(note: string, agents: readonly Agent[]): Agent[] {
  let left = note;
  const byNameLength = agents.toSorted((a, b) => b.name.length - a.name.length);
  const names = new Set(byNameLength.map(({ name }) => name.toLowerCase()));
  const found = new Set<string>();
  for (const name of names) {
    const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])@${escaped}(?![\\p{L}\\p{N}])`, 'giu');
    if (pattern.test(left)) found.add(name);
    left = left.replaceAll(pattern, ' ');
  }
  return agents.filter(({ name }) => found.has(name.toLowerCase()));
}
