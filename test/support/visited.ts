import { vi } from 'vitest';

/** Replaces the page's `location`. Returns the addresses that the page is sent to. */
export function stubLocation(): string[] {
  const visited: string[] = [];
  const { search, href, origin, pathname } = location;
  vi.stubGlobal('location', {
    ...{ search, origin, pathname },
    get href() {
      return href;
    },
    set href(address: string) {
      visited.push(address);
    },
  });
  return visited;
}
