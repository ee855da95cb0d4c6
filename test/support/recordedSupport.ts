import type { Support } from '../../src/index.ts';
import { createFakeSupport } from './fakeSupport.ts';

/** A call of the widget with its arguments. */
export type Recorded = [name: string, ...values: unknown[]];

/** Returns a fake widget, and the list of its calls. */
export function recorded(): { support: Support; calls: Recorded[] } {
  const calls: Recorded[] = [];
  const support = new Proxy(createFakeSupport([]), {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...values: unknown[]) => {
        calls.push([String(name), ...values]);
        return member(...values);
      };
    },
  });
  return { support, calls };
}
