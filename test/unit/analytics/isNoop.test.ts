import { describe, expect, it, vi } from 'vitest';
import { isNoop } from '../../../src/analytics/isNoop.ts';

const forward = vi.fn();

describe('isNoop', () => {
  it.each([
    () => {},
    () => undefined,
    () => null,
    async () => {},
    (_name: string, _properties: object) => {},
    function capture() {},
    function noop() {
      // nothing to do
    },
    { capture() {} }.capture,
    {
      capture(_name: string) {
        return undefined;
      },
    }.capture,
    new Function('e', 't', 'return void 0'),
  ])('detects that %s does nothing', (stub) => {
    expect(isNoop(stub)).toBe(true);
  });

  it.each([
    (name: string) => forward(name),
    (...all: unknown[]) => {
      forward(...all);
    },
    {
      capture(name: string) {
        forward(name);
      },
    }.capture,
    forward,
    (() => {}).bind(null),
    [].push,
    'capture',
    undefined,
  ])('does not detect %s', (real) => {
    expect(isNoop(real)).toBe(false);
  });
});
