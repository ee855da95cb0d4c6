import { ChevronDown } from 'lucide';
import * as css from './Field.css.ts';
import { controlProps, Field, type FieldProps } from './Field.tsx';
import { Icon } from './Icon.tsx';

interface SelectFieldProps extends FieldProps {
  value: string;
  options: readonly { value: string; label: string }[];
  /** Shown while nothing is chosen. */
  placeholder?: string;
  required?: boolean;
  onChange: (value: string) => void;
}

export function SelectField(props: SelectFieldProps) {
  const { value, options, placeholder, required = false, onChange } = props;
  return (
    <Field {...props}>
      <span class={css.select}>
        <select
          {...controlProps(props)}
          class={css.control}
          aria-required={required}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {placeholder && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <span class={css.chevron}>
          <Icon of={ChevronDown} />
        </span>
      </span>
    </Field>
  );
}
