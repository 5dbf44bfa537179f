import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInRange } from './address-range.ts';

test.each([
  ['10.20.3.4', '10.20.0.0/16'],
  ['10.20.255.255', '10.20.0.0/16'],
  ['192.168.1.7', '192.168.1.7'],
  ['192.168.1.7', '192.168.1.7/32'],
  ['8.8.8.8', '0.0.0.0/0'],
  ['2001:db8::1', '2001:db8::/32'],
  ['fd00:1::5', 'fd00:1:0:0::/64'],
])('%s is in %s', (address, range) => expect(isInRange(address, range)).toBe(true));

test.each([
  ['10.21.0.0', '10.20.0.0/16'],
  ['10.19.255.255', '10.20.0.0/16'],
  ['192.168.1.8', '192.168.1.7'],
  ['2001:db9::1', '2001:db8::/32'],
  ['10.0.0.1', '::/0'],
  ['::ffff:10.0.0.1', '10.0.0.0/8'],
  ['10.0.0.1', '10.0.0.0/33'],
  ['10.0.0.1', '10.0.0.0/'],
  ['10.0.0.1', '10.0.0.0/8/8'],
  ['10.0.0.1', '10.0.0.0/-1'],
  ['10.0.0.1', '10.0.0/8'],
  ['10.0.0.1', ''],
  ['', '10.0.0.0/8'],
  ['fe80::1%eth0', 'fe80::/10'],
])('%s is not in %s', (address, range) => expect(isInRange(address, range)).toBe(false));

test('a range of version 4 holds exactly the addresses that share its first bits', () => {
  const number = fc.integer({ min: 0, max: 2 ** 32 - 1 });
  const text = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
  fc.assert(
    fc.property(number, number, fc.integer({ min: 0, max: 32 }), (address, network, length) => {
      const same = length === 0 || address >>> (32 - length) === network >>> (32 - length);
      expect(isInRange(text(address), `${text(network)}/${length}`)).toBe(same);
    }),
  );
});
