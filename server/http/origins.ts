/**
 * True if a browser page of `origin` can use a key with these allowed origins.
 * `https://app.example.com` allows exactly this origin, `https://*.example.com` every subdomain at
 * any depth but not the domain itself, `http://localhost:*` any port, and `*` every origin. `null`
 * is never allowed.
 */
export function isAllowedOrigin(origin: string, allowed: readonly string[]): boolean {
  if (origin === 'null') return false;
  return allowed.some((entry) => {
    if (entry === '*' || entry === origin) return true;
    const anyPort = entry.endsWith(':*') ? entry.slice(0, -2) : undefined;
    if (anyPort !== undefined) return origin.replace(/:\d{1,5}$/, '') === anyPort;
    const [scheme, domain] = entry.split('://*.');
    if (scheme === undefined || domain === undefined) return false;
    const prefix = `${scheme}://`;
    const suffix = `.${domain}`;
    if (!origin.startsWith(prefix) || !origin.endsWith(suffix)) return false;
    return /^[\w-]+(\.[\w-]+)*$/.test(origin.slice(prefix.length, -suffix.length));
  });
}
