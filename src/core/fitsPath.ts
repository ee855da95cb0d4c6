/** Articles for pages whose path matches; `*` matches anything. */
export interface PageRule {
  page: string;
  articles: readonly string[];
}

/** Returns whether a path matches: `/campaigns/*` matches `/campaigns/42/edit`. */
export function fitsPath(path: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(path);
}
