import { isIP } from 'node:net';
import { isPublicAddress } from '../base/publicInternet.ts';
import type { RequestContext } from './answer.ts';

const peers = new WeakMap<Request, string>();

/** Notes from which address a request came, as the connection says. */
export function notePeer(request: Request, address: string | undefined): void {
  if (address !== undefined) peers.set(request, address);
}

/**
 * The network that a request comes from: `203.0.113.0/24` or `2001:db8:1200::/56`, of which a home or an
 * office has one. Undefined when it is not known, as behind a proxy that does not name its clients.
 *
 * `X-Forwarded-For` counts only when the connection comes from a proxy on a private network. It is read
 * from its end, which the nearest proxy has written, up to the first public address.
 */
export function networkOf(c: RequestContext): string | undefined {
  const peer = plain(peers.get(c.req.raw));
  if (peer === undefined) return undefined;
  if (isPublicAddress(peer)) return rangeOf(peer);
  const forwarded = (c.req.header('X-Forwarded-For') ?? '').split(',').map((one) => plain(one));
  const client = forwarded.findLast((one) => one !== undefined && isPublicAddress(one));
  return client && rangeOf(client);
}

/** An address without a port, brackets, or the form of IPv4 in IPv6; undefined for anything else. */
function plain(text: string | undefined): string | undefined {
  const bare = text
    ?.trim()
    .replace(/^\[([^\]]+)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '');
  return bare !== undefined && isIP(bare) !== 0 ? bare : undefined;
}

function rangeOf(address: string): string {
  if (isIP(address) === 4) return `${address.split('.').slice(0, 3).join('.')}.0/24`;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - after.length;
  const all = [...groups, ...Array.from({ length: missing }, () => '0'), ...after];
  const [a = '0', b = '0', c = '0', d = '0'] = all.map((group) => Number.parseInt(group, 16));
  const fourth = (Number(d) & 0xff00).toString(16);
  return `${[a, b, c].map((group) => Number(group).toString(16)).join(':')}:${fourth}::/56`;
}
