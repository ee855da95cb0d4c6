import { expect, test } from 'vitest';
import { canonicalAddress } from '../../server/base/canonicalAddress.ts';

test.each([
  ['Ada@Customer.example', 'ada@customer.example'],
  ['ada+shop@customer.example', 'ada@customer.example'],
  ['ada+a+b@customer.example.', 'ada@customer.example'],
  ['ada@customer.example..', 'ada@customer.example'],
  ['a.d.a+1@googlemail.com', 'ada@gmail.com'],
  ['a.da@customer.example', 'a.da@customer.example'],
  ['+ada@customer.example', '+ada@customer.example'],
  ['ada@MÜLLER.example', 'ada@xn--mller-kva.example'],
  ['no address', 'no address'],
])('%s is counted as %s', (email, mailbox) => {
  expect(canonicalAddress(email)).toBe(mailbox);
});
