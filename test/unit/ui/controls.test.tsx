// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/preact';
import { ShieldCheck } from 'lucide';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Button } from '../../../src/ui/Button.tsx';
import { Disclosure } from '../../../src/ui/Disclosure.tsx';
import { Switch } from '../../../src/ui/Switch.tsx';
import { onPage } from '../../support/onPage.ts';

afterEach(cleanup);

describe('a button', () => {
  test('runs its action once per press', () => {
    const onPress = vi.fn();
    render(<Button onPress={onPress}>Try again</Button>);
    fireEvent.click(onPage().getByRole('button', { name: 'Try again' }));
    expect(onPress).toHaveBeenCalledOnce();
  });

  test('does nothing while busy, but stays reachable and says so', () => {
    const onPress = vi.fn();
    render(
      <Button busy onPress={onPress}>
        Sending…
      </Button>,
    );
    const button = onPage().getByRole('button', { name: 'Sending…' });
    fireEvent.click(button);
    expect(onPress).not.toHaveBeenCalled();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button).toHaveProperty('disabled', false);
  });

  test('does not submit its form while busy', () => {
    const onSubmit = vi.fn((event: Event) => event.preventDefault());
    render(
      <form onSubmit={onSubmit}>
        <Button type="submit" busy>
          Sending…
        </Button>
      </form>,
    );
    fireEvent.click(onPage().getByRole('button'));
    expect(onSubmit).not.toHaveBeenCalled();
  });

  test('does not submit a form that contains it', () => {
    const onSubmit = vi.fn((event: Event) => event.preventDefault());
    render(
      <form onSubmit={onSubmit}>
        <Button>Copy</Button>
      </form>,
    );
    fireEvent.click(onPage().getByRole('button'));
    expect(onSubmit).not.toHaveBeenCalled();
  });

  test('with an address is a link', () => {
    render(<Button href="mailto:support@acme.example">Open mail app</Button>);
    const link = onPage().getByRole('link', { name: 'Open mail app' });
    expect(link.getAttribute('href')).toBe('mailto:support@acme.example');
  });
});

describe('a disclosure', () => {
  const draw = () =>
    render(
      <Disclosure id="context" icon={ShieldCheck} label="Details we’ll include">
        <p>Browser</p>
      </Disclosure>,
    );

  test('is collapsed at first', () => {
    draw();
    const head = onPage().getByRole('button', { name: 'Details we’ll include' });
    expect(head.getAttribute('aria-expanded')).toBe('false');
    expect(onPage().queryByText('Browser')).toBeNull();
  });

  test('shows and hides the content that it names', () => {
    draw();
    const head = onPage().getByRole('button');
    const part = document.getElementById(head.getAttribute('aria-controls') ?? '');
    fireEvent.click(head);
    expect(head.getAttribute('aria-expanded')).toBe('true');
    expect(part?.hidden).toBe(false);
    expect(part?.textContent).toBe('Browser');
    fireEvent.click(head);
    expect(head.getAttribute('aria-expanded')).toBe('false');
    expect(part?.hidden).toBe(true);
  });
});

describe('a switch', () => {
  test.each([true, false])('that is %s says so and requests the other state', (on) => {
    const onChange = vi.fn();
    render(<Switch label="Browser" value="Firefox" on={on} onChange={onChange} />);
    const control = onPage().getByRole('switch', { name: /Browser/ });
    expect(control.getAttribute('aria-checked')).toBe(String(on));
    fireEvent.click(control);
    expect(onChange).toHaveBeenCalledExactlyOnceWith(!on);
  });

  test('shows what it includes', () => {
    render(<Switch label="Browser" value="Firefox" on onChange={vi.fn()} />);
    expect(onPage().getByText('Firefox')).toBeTruthy();
  });
});
