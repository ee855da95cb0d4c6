import { describe, expect, test } from 'vitest';
import { menuMove, typeAhead } from '../../../src/ui/menuKeys.ts';

const labels = ['Knowledge Base', 'Support', 'Service status', 'Glossary', 'Übersicht'];

describe('a key in an open menu', () => {
  test.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 4, 0],
    ['ArrowUp', 1, 0],
    ['ArrowUp', 0, 4],
    ['Home', 3, 0],
    ['PageUp', 3, 0],
    ['End', 1, 4],
    ['PageDown', 1, 4],
  ])('%s on item %i goes to item %i', (key, active, to) => {
    expect(menuMove(key, active, labels)).toEqual({ to });
  });

  test('ArrowDown goes to the first item while none has the focus', () => {
    expect(menuMove('ArrowDown', -1, labels)).toEqual({ to: 0 });
  });

  test('ArrowUp goes to the last item while none has the focus', () => {
    expect(menuMove('ArrowUp', -1, labels)).toEqual({ to: 4 });
  });

  test('Escape closes and returns the focus', () => {
    expect(menuMove('Escape', 2, labels)).toEqual({ close: 'return focus' });
  });

  test('Tab closes and lets the focus move on', () => {
    expect(menuMove('Tab', 2, labels)).toEqual({ close: 'leave' });
  });

  test.each(['Enter', ' ', 'a', 'F5', 'ArrowLeft'])('%j is left to the browser', (key) => {
    expect(menuMove(key, 0, labels)).toBeNull();
  });
});

describe('typing in an open menu', () => {
  test('a letter goes to the next item that begins with it', () => {
    expect(typeAhead('s', 0, labels)).toBe(1);
    expect(typeAhead('s', 1, labels)).toBe(2);
  });

  test('the search wraps around', () => {
    expect(typeAhead('k', 3, labels)).toBe(0);
    expect(typeAhead('s', 2, labels)).toBe(1);
  });

  test('one letter stays if only the active item matches', () => {
    expect(typeAhead('g', 3, labels)).toBe(3);
  });

  test('more letters stay on an item that still matches', () => {
    expect(typeAhead('su', 1, labels)).toBe(1);
    expect(typeAhead('se', 1, labels)).toBe(2);
  });

  test('case and accents are ignored', () => {
    expect(typeAhead('GL', 0, labels)).toBe(3);
    expect(typeAhead('ü', 0, labels)).toBe(4);
  });

  test('a letter that no item begins with has no effect', () => {
    expect(typeAhead('x', 0, labels)).toBeUndefined();
    expect(typeAhead('a', 0, [])).toBeUndefined();
  });
});
