/** Returns a name such as `getting-started` in words, `Getting started`; `api-keys` becomes `API keys`. */
export function readableName(name: string): string {
  return name.replace(/[-_]/g, ' ').replace(/\b(api|dns|faq)\b|^./g, (one) => one.toUpperCase());
}
