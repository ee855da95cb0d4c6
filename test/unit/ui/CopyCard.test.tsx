// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CopyCard } from '../../../src/ui/CopyCard.tsx';
import { onPage } from '../../support/onPage.ts';

const draw = () =>
  render(<CopyCard label="Request number" value="PM-1042" copyLabel="Copy" copiedText="Copied" />);
const pass = (milliseconds: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(milliseconds);
  });
const said = () => onPage().getByRole('status').textContent;

describe('a card with a value to copy', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  test('copies its value and says so for two seconds', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    draw();
    expect(said()).toBe('');
    fireEvent.click(onPage().getByRole('button', { name: 'Copy' }));
    await pass(0);
    expect(write).toHaveBeenCalledExactlyOnceWith('PM-1042');
    expect(said()).toBe('Copied');
    await pass(1_999);
    expect(said()).toBe('Copied');
    await pass(1);
    expect(said()).toBe('');
  });

  test('says nothing and keeps its value if the browser denies access', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    draw();
    fireEvent.click(onPage().getByRole('button', { name: 'Copy' }));
    await pass(0);
    expect(said()).toBe('');
    expect(onPage().getByText('PM-1042')).toBeTruthy();
  });
});
