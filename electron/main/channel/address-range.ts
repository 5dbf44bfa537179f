import { BlockList, isIPv4, isIPv6 } from 'node:net';

/**
 * Whether an address lies in a range in CIDR notation (RFC 4632, RFC 4291), `10.20.0.0/16` or
 * `2001:db8::/32`; a range without a length is that one address. A malformed range holds nothing,
 * and a version 6 range holds no version 4 address.
 */
export function isInRange(address: string, range: string): boolean {
  const family = familyOf(address);
  const [network = '', lengthText, ...rest] = range.split('/');
  if (family === null || familyOf(network) !== family || rest.length > 0) return false;
  const bits = family === 'ipv4' ? 32 : 128;
  if (lengthText !== undefined && !/^\d{1,3}$/.test(lengthText)) return false;
  const length = lengthText === undefined ? bits : Number(lengthText);
  if (length > bits) return false;
  const list = new BlockList();
  list.addSubnet(network, length, family);
  return list.check(address, family);
}

function familyOf(address: string): 'ipv4' | 'ipv6' | null {
  if (isIPv4(address)) return 'ipv4';
  return isIPv6(address) && !address.includes('%') ? 'ipv6' : null;
}
