import { isIP } from 'node:net';
import { isPublicAddress } from '../base/publicInternet.ts';
import type { RequestContext } from './envelope.ts';

const peers = new WeakMap<Request, string>();

/** Records the address of the connection from which a request came. */
export function notePeer(request: Request, address: string | undefined): void {
  if (address !== undefined) peers.set(request, address);
}

/**
 * Returns the network of a request, such as `203.0.113.0/24` or `2001:db8:1200::/56`, which is
 * typically one home or office. Returns undefined if it is unknown, for example behind a proxy that
 * does not forward client addresses.
 *
 * `X-Forwarded-For` is only trusted if the connection comes from a proxy in a private network. It
 * is read from the end, which the nearest proxy has written, up to the first public address.
 */
export function networkOf(c: RequestContext): string | undefined {
  const peer = plain(peers.get(c.req.raw));
  if (peer === undefined) return undefined;
  if (isPublicAddress(peer)) return rangeOf(peer);
  const forwarded = (c.req.header('X-Forwarded-For') ?? '').split(',').map((one) => plain(one));
  const client = forwarded.findLast((one) => one !== undefined && isPublicAddress(one));
  return client && rangeOf(client);
}

/**
 * Returns an address without port, brackets, or the IPv4-mapped form. Returns undefined for other
 * texts.
 */
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
