import { isPublicAddress } from './isPublicAddress';

describe('isPublicAddress', () => {
  it.each([
    '8.8.8.8',
    '172.15.255.255',
    '192.169.0.1',
    '2606:4700:4700::1111',
    '::ffff:8.8.8.8',
    '64:ff9b::8.8.8.8',
  ])('takes %s for public', address => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['loopback', '::1'],
    ['unspecified', '0.0.0.0'],
    ['unspecified', '::'],
    ['this network', '0.1.2.3'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['shared', '100.64.0.1'],
    ['link-local, where clouds keep their metadata', '169.254.169.254'],
    ['the metadata of another cloud', '100.100.100.200'],
    ['the metadata of a third', '192.0.0.192'],
    ['link-local', 'fe80::1'],
    ['link-local, with its zone', 'fe80::1%eth0'],
    ['unique local', 'fd00::1'],
    ['the metadata of a cloud over IPv6', 'fd00:ec2::254'],
    ['site-local', 'fec0::1'],
    ['benchmarking', '198.18.0.1'],
    ['documentation', '203.0.113.1'],
    ['documentation', '2001:db8::1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['multicast', '224.0.0.1'],
    ['multicast', 'ff02::1'],
    ['IPv4 mapped', '::ffff:127.0.0.1'],
    ['IPv4 mapped, in hexadecimal', '::ffff:a9fe:a9fe'],
    ['IPv4 compatible', '::127.0.0.1'],
    ['IPv4 translated', '::ffff:0:127.0.0.1'],
    ['NAT64', '64:ff9b::127.0.0.1'],
    ['NAT64', '64:ff9b::a9fe:a9fe'],
    ['NAT64 of one network', '64:ff9b:1::8.8.8.8'],
    ['6to4', '2002:7f00:1::'],
    ['Teredo', '2001::1'],
    ['given to nobody', '4000::1'],
  ])('takes what is %s for private: %s', (_, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
