import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCache } from '../../../src/client/cache.ts';
import { createResilience } from '../../../src/client/resilience.ts';
import {
  CircuitOpenError,
  NetworkError,
  RateLimitError,
  ServerError,
  ValidationError,
} from '../../../src/errors.ts';
import { createDeferred } from '../../support/deferred.ts';

const caught = (call: Promise<unknown>) => call.catch((cause: unknown) => cause);
const down = () => Promise.reject(new ServerError('down'));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the circuit breaker', () => {
  async function broken() {
    const resilience = createResilience();
    for (let n = 0; n < 5; n++) await caught(resilience.attempt(down));
    return resilience;
  }

  it('opens after five failures and then sends nothing', async () => {
    const resilience = await broken();
    const call = vi.fn(down);
    const error = await caught(resilience.attempt(call));
    expect(call).not.toHaveBeenCalled();
    expect(error).toBeInstanceOf(CircuitOpenError);
    expect(error).toMatchObject({ message: 'Circuit breaker is open', retryAfter: 15 });
  });

  it('counts only failures of the last 30 seconds', async () => {
    const resilience = createResilience();
    for (let n = 0; n < 4; n++) await caught(resilience.attempt(down));
    await vi.advanceTimersByTimeAsync(31_000);
    await caught(resilience.attempt(down));
    expect(await resilience.attempt(async () => 'answer')).toBe('answer');
  });

  it('counts network errors, but no rejected request', async () => {
    const resilience = createResilience();
    for (let n = 0; n < 9; n++) {
      await caught(resilience.attempt(() => Promise.reject(new ValidationError('no'))));
    }
    expect(await resilience.attempt(async () => 'answer')).toBe('answer');
    for (let n = 0; n < 5; n++) {
      await caught(resilience.attempt(() => Promise.reject(new NetworkError('gone'))));
    }
    expect(await caught(resilience.attempt(async () => 'answer'))).toBeInstanceOf(CircuitOpenError);
  });

  it('allows one probe after 15 seconds, and closes when it gets a response', async () => {
    const resilience = await broken();
    const recovered = vi.fn();
    resilience.onRecovered(recovered);
    await vi.advanceTimersByTimeAsync(15_001);
    const response = createDeferred<string>();
    const call = vi.fn(() => response.promise);
    const probe = resilience.attempt(call);
    const second = resilience.attempt(call);
    expect(call).toHaveBeenCalledOnce();
    expect(recovered).not.toHaveBeenCalled();
    response.resolve('well');
    expect(await Promise.all([probe, second])).toEqual(['well', 'well']);
    expect(recovered).toHaveBeenCalledOnce();
  });

  it('opens again immediately if the probe fails', async () => {
    const resilience = await broken();
    await vi.advanceTimersByTimeAsync(15_001);
    expect(await caught(resilience.attempt(down))).toBeInstanceOf(ServerError);
    expect(await caught(resilience.attempt(down))).toBeInstanceOf(CircuitOpenError);
  });
});

describe('our own limit', () => {
  it('allows 60 requests per minute, and names the time of the next', async () => {
    const resilience = createResilience();
    const call = vi.fn(async () => 'ok');
    for (let n = 0; n < 60; n++) await resilience.attempt(call);
    const error = await caught(resilience.attempt(call));
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ retryAfter: 60 });
    expect(call).toHaveBeenCalledTimes(60);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await resilience.attempt(call)).toBe('ok');
  });
});

describe('the cache of responses', () => {
  it('reads once while a response is fresh, for 95 of 100 reads and more', async () => {
    const cache = createCache();
    const read = vi.fn(async () => 'one');
    for (let n = 0; n < 100; n++) expect(await cache.get('config', 60, read)).toBe('one');
    expect(read).toHaveBeenCalledOnce();
  });

  it('returns a stale response immediately and the new one to the next call', async () => {
    const cache = createCache();
    await cache.get('config', 60, async () => 'old');
    await vi.advanceTimersByTimeAsync(61_000);
    const response = createDeferred<string>();
    expect(await cache.get('config', 60, () => response.promise)).toBe('old');
    response.resolve('new');
    await vi.advanceTimersByTimeAsync(0);
    expect(await cache.get('config', 60, down)).toBe('new');
  });

  it('keeps the stale response if a new one cannot be loaded, but caches no error', async () => {
    const cache = createCache();
    await expect(cache.get('config', 60, down)).rejects.toThrow('down');
    await cache.get('config', 60, async () => 'old');
    await vi.advanceTimersByTimeAsync(61_000);
    expect(await cache.get('config', 60, down)).toBe('old');
    expect(await cache.get('config', 60, down)).toBe('old');
  });

  it('drops the least recently used response after a hundred', async () => {
    const cache = createCache();
    const read = vi.fn(async () => 'x');
    for (let n = 0; n < 100; n++) await cache.get(`${n}`, 60, read);
    await cache.get('0', 60, read);
    await cache.get('new', 60, read);
    await cache.get('0', 60, read);
    expect(read).toHaveBeenCalledTimes(101);
    await cache.get('1', 60, read);
    expect(read).toHaveBeenCalledTimes(102);
  });

  it('sends one request for two concurrent reads', async () => {
    const cache = createCache();
    const read = vi.fn(async () => 'one');
    await Promise.all([cache.get('config', 60, read), cache.get('config', 60, read)]);
    expect(read).toHaveBeenCalledOnce();
  });
});
