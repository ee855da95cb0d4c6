import { describe, expect, it } from 'vitest';
import { createResource } from '../../../src/core/resource.ts';
import { NetworkError, PenguinMailsError } from '../../../src/errors.ts';
import { createDeferred, type Deferred } from '../../support/deferred.ts';

/** Reads whose responses the test gives in any order. */
function createReads() {
  const reads: (Deferred<string> & { signal: AbortSignal })[] = [];
  const read = (signal: AbortSignal) => {
    const response = createDeferred<string>();
    reads.push({ ...response, signal });
    return response.promise;
  };
  return { reads, read };
}

describe('createResource', () => {
  it('goes from idle over loading to ready', async () => {
    const { reads, read } = createReads();
    const resource = createResource(read);
    expect(resource.state.value).toEqual({ at: 'idle' });
    const refreshing = resource.refresh();
    expect(resource.state.value).toEqual({ at: 'loading', value: undefined });
    reads[0]?.resolve('one');
    await refreshing;
    expect(resource.state.value).toEqual({ at: 'ready', value: 'one' });
  });

  it('keeps the response of the newest read, and aborts the older one', async () => {
    const { reads, read } = createReads();
    const resource = createResource(read);
    const refreshing = [resource.refresh(), resource.refresh()];
    expect(reads.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    reads[1]?.resolve('new');
    reads[0]?.resolve('old');
    await Promise.all(refreshing);
    expect(resource.state.value).toEqual({ at: 'ready', value: 'new' });
  });

  it('does not show the error of an older read', async () => {
    const { reads, read } = createReads();
    const resource = createResource(read);
    const refreshing = [resource.refresh(), resource.refresh()];
    reads[0]?.reject(new NetworkError('aborted'));
    await refreshing[0];
    expect(resource.state.value).toEqual({ at: 'loading', value: undefined });
  });

  it('keeps its value while it reads again, and if that fails', async () => {
    const { reads, read } = createReads();
    const resource = createResource(read);
    const first = resource.refresh();
    reads[0]?.resolve('one');
    await first;
    const second = resource.refresh();
    expect(resource.state.value).toEqual({ at: 'loading', value: 'one' });
    const error = new NetworkError('gone');
    reads[1]?.reject(error);
    await second;
    expect(resource.state.value).toEqual({ at: 'failed', error, value: 'one' });
  });

  it('converts anything thrown to one of our errors', async () => {
    for (const thrown of [new TypeError('odd'), 'odd']) {
      const resource = createResource(() => Promise.reject(thrown));
      await resource.refresh();
      const state = resource.state.value;
      const error = state.at === 'failed' ? state.error : undefined;
      expect(error).toBeInstanceOf(PenguinMailsError);
      expect(error).toMatchObject({ message: 'odd', cause: thrown });
    }
  });

  it('drops everything on clear, including running reads', async () => {
    const { reads, read } = createReads();
    const resource = createResource(read);
    const refreshing = resource.refresh();
    resource.clear();
    expect(reads[0]?.signal.aborted).toBe(true);
    reads[0]?.resolve('late');
    await refreshing;
    expect(resource.state.value).toEqual({ at: 'idle' });
  });
});
