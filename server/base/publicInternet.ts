import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/**
 * Addresses that are not part of the public internet:
 * https://www.iana.org/assignments/iana-ipv4-special-registry
 */
const closed = new BlockList();
for (const range of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]) {
  const [address = '', bits] = range.split('/');
  closed.addSubnet(address, Number(bits), 'ipv4');
}
// Only globally assigned IPv6 addresses are allowed, without 6to4, Teredo and documentation ranges.
const open6 = new BlockList();
open6.addSubnet('2000::', 3, 'ipv6');
for (const range of ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']) {
  const [address = '', bits] = range.split('/');
  closed.addSubnet(address, Number(bits), 'ipv6');
}

/** False for this machine, its network, and every other address outside the public internet. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !closed.check(address, 'ipv4');
  return version === 6 && open6.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}

export class ClosedTarget extends Error {
  override readonly name = 'ClosedTarget';
  constructor() {
    super('The address is not on the public internet.');
  }
}

/**
 * Resolves a host name, and rejects it if any of its addresses is not public. The connection then
 * uses the checked address.
 */
const lookup: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    const addresses = error ? [] : found;
    const [first] = addresses;
    if (error || first === undefined) return done(error ?? new Error('No address.'), '');
    if (!addresses.every(({ address }) => isPublicAddress(address))) {
      return done(new ClosedTarget(), '');
    }
    if (options.all) return done(null, addresses);
    return done(null, first.address, first.family);
  });
};

/** Returns the host of an address. An IPv6 address has no brackets. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/** Checks a URL before it is used. The addresses of its host name are checked on every request. */
export function isClosedUrl(url: URL): boolean {
  const host = hostOf(url);
  return isIP(host) === 0 ? /(^|\.)localhost$/.test(host) : !isPublicAddress(host);
}

/**
 * Returns request options for an address that a customer has chosen. They only reach the public
 * internet, whatever the host name resolves to.
 * @throws ClosedTarget
 */
export function guard(url: URL): { lookup: LookupFunction } {
  const host = hostOf(url);
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new ClosedTarget();
  return { lookup };
}
