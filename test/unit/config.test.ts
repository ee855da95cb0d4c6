import { describe, expect, it } from 'vitest';
import { baseUrlOf } from '../../src/config.ts';

describe('baseUrlOf', () => {
  it.each([
    [{}, 'https://api.penguinmails.com/v1/'],
    [{ apiKey: 'pk_live_1' }, 'https://api.penguinmails.com/v1/'],
    [{ apiKey: 'pk_test_1' }, 'https://sandbox-api.penguinmails.com/v1/'],
    [{ apiKey: 'pk_test_1', baseUrl: 'https://own.example/api' }, 'https://own.example/api/'],
    [{ baseUrl: '/api//' }, '/api/'],
  ])('%j has its API at %s', (config, address) => {
    expect(baseUrlOf(config)).toBe(address);
  });
});
