import { expect, test } from 'vitest';
import { changesOf } from '../../../desk/model/changes.ts';

test('an entry of the audit log lists the fields that changed, in words', () => {
  const before = { status: 'open', priority: 'high', assignee_id: null, tags: ['dns', 'urgent'] };
  const after = { status: 'pending', priority: 'high', assignee_id: 'marta', tags: [] };
  expect(changesOf(before, after)).toEqual([
    { name: 'status', from: 'open', to: 'pending' },
    { name: 'assignee id', from: 'none', to: 'marta' },
    { name: 'tags', from: 'dns, urgent', to: 'none' },
  ]);
});

test('something that was created or deleted has all its fields', () => {
  expect(changesOf(null, { name: 'Domain', limits: { perHour: 3 } })).toEqual([
    { name: 'name', from: undefined, to: 'Domain' },
    { name: 'limits', from: undefined, to: '{"perHour":3}' },
  ]);
  expect(changesOf({ enabled: true }, null)).toEqual([
    { name: 'enabled', from: 'true', to: undefined },
  ]);
  expect(changesOf(null, null)).toEqual([]);
});
