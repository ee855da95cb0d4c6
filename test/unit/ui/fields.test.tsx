// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CheckboxField } from '../../../src/ui/CheckboxField.tsx';
import { SelectField } from '../../../src/ui/SelectField.tsx';
import { TextField } from '../../../src/ui/TextField.tsx';
import { onPage } from '../../support/onPage.ts';

afterEach(cleanup);

/** Returns the texts that a screen reader reads after the name, in order. */
function description(element: Element): string[] {
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? `nothing has the id ${id}`);
}

describe('a text field', () => {
  test('is named by its label and its mark', () => {
    render(<TextField id="name" label="Name" mark="Optional" value="Ada" onInput={vi.fn()} />);
    const field = onPage().getByRole('textbox', { name: /Name.*Optional/ });
    expect(field).toHaveProperty('value', 'Ada');
  });

  test('separates the direction of its label from that of its mark', () => {
    render(<TextField id="part" label="Which part?" mark="اختياري" value="" onInput={vi.fn()} />);
    expect(onPage().getByText('Which part?').localName).toBe('bdi');
  });

  test('without hint and problem is valid and has no description', () => {
    render(<TextField id="name" label="Name" value="" onInput={vi.fn()} />);
    const field = onPage().getByLabelText('Name');
    expect(field.hasAttribute('aria-describedby')).toBe(false);
    expect(field.getAttribute('aria-invalid')).toBe('false');
  });

  test('with a hint is described by it', () => {
    render(
      <TextField id="mail" label="E-mail" hint="We answer here." value="" onInput={vi.fn()} />,
    );
    expect(description(onPage().getByLabelText('E-mail'))).toEqual(['We answer here.']);
  });

  test('with a problem is invalid and is described by the problem before the hint', () => {
    render(
      <TextField
        id="mail"
        label="E-mail"
        hint="Hint."
        problem="Wrong."
        value=""
        onInput={vi.fn()}
      />,
    );
    const field = onPage().getByLabelText('E-mail');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(description(field)).toEqual(['Wrong.', 'Hint.']);
  });

  test('announces that it is required', () => {
    render(<TextField id="subject" label="Subject" required value="" onInput={vi.fn()} />);
    expect(onPage().getByLabelText('Subject').getAttribute('aria-required')).toBe('true');
  });

  test('reports each change', () => {
    const onInput = vi.fn();
    render(<TextField id="subject" label="Subject" value="" onInput={onInput} />);
    fireEvent.input(onPage().getByLabelText('Subject'), { target: { value: 'Import' } });
    expect(onInput).toHaveBeenCalledExactlyOnceWith('Import');
  });

  test('with several lines is also connected to its label and problem', () => {
    render(
      <TextField
        id="d"
        label="Description"
        problem="Wrong."
        multiline
        value=""
        onInput={vi.fn()}
      />,
    );
    const field = onPage().getByLabelText('Description');
    expect(field.tagName).toBe('TEXTAREA');
    expect(description(field)).toEqual(['Wrong.']);
  });
});

describe('a choice', () => {
  const options = [
    { value: 'technical', label: 'Technical problem' },
    { value: 'billing', label: 'Billing' },
  ];

  test('shows its placeholder while nothing is chosen, and its problem', () => {
    render(
      <SelectField
        id="category"
        label="Category"
        placeholder="Choose"
        problem="Wrong."
        value=""
        options={options}
        onChange={vi.fn()}
      />,
    );
    const field = onPage().getByRole('combobox', { name: 'Category' });
    expect(field).toHaveProperty('value', '');
    expect(onPage().getByRole('option', { name: 'Choose' })).toBeTruthy();
    expect(description(field)).toEqual(['Wrong.']);
  });

  test('reports the chosen option', () => {
    const onChange = vi.fn();
    render(
      <SelectField
        id="c"
        label="Category"
        value="technical"
        options={options}
        onChange={onChange}
      />,
    );
    fireEvent.change(onPage().getByLabelText('Category'), { target: { value: 'billing' } });
    expect(onChange).toHaveBeenCalledExactlyOnceWith('billing');
  });
});

describe('a checkbox', () => {
  test('reports each toggle', () => {
    const onChange = vi.fn();
    render(<CheckboxField id="copy" label="Send a copy" checked={false} onChange={onChange} />);
    fireEvent.click(onPage().getByRole('checkbox', { name: 'Send a copy' }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith(true);
  });

  test('with a problem is invalid and described by it', () => {
    render(
      <CheckboxField id="ok" label="Terms" problem="Wrong." checked={false} onChange={vi.fn()} />,
    );
    const box = onPage().getByRole('checkbox', { name: 'Terms' });
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(description(box)).toEqual(['Wrong.']);
  });
});
