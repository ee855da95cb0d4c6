import { afterEach, describe, expect, it, vi } from 'vitest';
import { displayState } from '../../../src/integrations/displayState.ts';
import { completed } from '../../../src/integrations/integrationInput.ts';
import { readIntegrations } from '../../../src/integrations/readIntegrations.ts';

/** Completes values that an untyped page may give. */
const complete = (row: object) =>
  Reflect.apply(completed, undefined, [{ id: 'a', name: 'A', ...row }]);

afterEach(() => void vi.restoreAllMocks());

describe('readIntegrations', () => {
  it('accepts ids and names in the types of a database', () => {
    const { inputs, errors } = readIntegrations([
      { id: 7, name: null },
      { id: 'b', name: 'B' },
    ]);
    expect(inputs).toEqual([
      { id: '7', name: '7' },
      { id: 'b', name: 'B' },
    ]);
    expect(errors).toEqual([]);
  });

  it('omits entries without an id, and reports how many', () => {
    const { inputs, errors } = readIntegrations([{ id: 'b', name: 'B' }, { name: 'A' }, null, 'c']);
    expect(inputs.map(({ id }) => id)).toEqual(['b']);
    expect(errors.map(({ message }) => message)).toEqual([
      'setIntegrations takes integrations with an id; 3 without one are left out.',
    ]);
  });

  it.each([null, undefined, {}, 'hubspot'])('does not accept %j as a list', (list) => {
    const { inputs, errors } = readIntegrations(list);
    expect(inputs).toEqual([]);
    expect(errors.map(({ option }) => option)).toEqual(['integrations']);
  });
});

describe('completed', () => {
  it.each([
    [{ connection: null, health: null, lifecycle: null, provider: null }],
    [{ connection: { state: null, data_synced: null, error_count: null, last_sync: '' } }],
    [{ health: { metrics: null, alerts: null, interval: null, lastCheck: null } }],
    [{ connection: 'connected', health: 'healthy', lifecycle: 5 }],
    [{ reason: 5, docs_url: null, migrate_url: 'javascript:alert(1)', can_reconnect: 'yes' }],
  ])('treats %j as if those values were missing', (row) => {
    const usual = complete({});
    expect(complete(row)).toEqual(usual);
    expect(displayState(usual)).toBe('unknown');
  });

  it('reads times in any format', () => {
    const row = {
      connection: { last_sync: new Date('2026-05-04T10:00:00Z') },
      health: { state: 'healthy', lastCheck: 1_777_888_800 },
    };
    const { connection, health } = complete(row);
    expect([connection.last_sync, health.lastCheck]).toEqual(
      Array(2).fill('2026-05-04T10:00:00.000Z'),
    );
  });

  it('treats null as a check that never happened, and undefined as one just now', () => {
    expect(complete({ health: { state: 'healthy', lastCheck: null } }).health.lastCheck).toBeNull();
    expect(complete({ health: { state: 'healthy' } }).health.lastCheck).not.toBeNull();
  });
});
