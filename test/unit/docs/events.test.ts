import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eventsPage, page } from '../../../build/eventsTable.mjs';
import { TrackedName } from '../../../src/contract/event.ts';

describe('docs/events.md', () => {
  it('is the output of `npm run docs:events` for the tracking plan', () => {
    expect(readFileSync(page, 'utf8')).toBe(eventsPage());
  });

  it('has every event that the backend accepts, once', () => {
    const named = [...eventsPage().matchAll(/^\| `(support_\w+)`/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual([...TrackedName.options].toSorted());
  });

  it('describes the values of every property', () => {
    expect(eventsPage()).not.toMatch(/\b[A-Z]\w+(State|Id|Category|Source)\b|\bPriority\b/);
    expect(eventsPage()).toContain('`severity`: `low` \\| `medium` \\| `high` \\| `critical`');
  });
});
