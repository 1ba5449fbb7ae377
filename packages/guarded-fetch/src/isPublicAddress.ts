import ipaddr, { IPv4, IPv6 } from 'ipaddr.js';

/** All of IPv6 that is given to anybody on the internet; the rest has no owner, or has one in each network. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/** Where networks without IPv4 find the addresses of IPv4 (RFC 6052). */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/** Whether an address is plainly one of the internet. What only some forms of it hide is looked at as what it is. */
export function isPublicAddress(address: string): boolean {
  // Reads an IPv4 address written as IPv6 as what it is.
  const parsed = ipaddr.process(address);
  return isIPv4(parsed) ? isPublicIPv4(parsed) : isPublicIPv6(parsed);
}

function isIPv4(address: IPv4 | IPv6): address is IPv4 {
  return address.kind() === 'ipv4';
}

function isPublicIPv4(address: IPv4): boolean {
  return address.range() === 'unicast';
}

function isPublicIPv6(address: IPv6): boolean {
  if (address.match(NAT64)) {
    return isPublicIPv4(new ipaddr.IPv4(address.toByteArray().slice(-4)));
  }
  return address.match(GLOBAL_UNICAST) && address.range() === 'unicast';
}
