import { control } from './Field.css.ts';
import { controlProps, Field, type FieldProps } from './Field.tsx';
import { writtenDirection } from './writtenDirection.ts';

interface TextFieldProps extends FieldProps {
  value: string;
  /** Several lines. The field grows with the text. */
  multiline?: boolean;
  /** The keyboard that a phone shows. */
  inputMode?: 'text' | 'email';
  autocomplete?: string;
  required?: boolean;
  /** Maximum number of characters. Default: no limit. */
  maxLength?: number | undefined;
  onInput: (value: string) => void;
}

export function TextField(props: TextFieldProps) {
  const {
    value,
    multiline = false,
    inputMode = 'text',
    autocomplete = 'off',
    required = false,
    maxLength,
    onInput,
  } = props;
  const shared = {
    ...controlProps(props),
    class: control,
    value,
    autocomplete,
    maxLength,
    'aria-required': required,
  };
  return (
    <Field {...props}>
      {multiline ? (
        <textarea
          {...shared}
          rows={3}
          dir={writtenDirection(value)}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          type="text"
          inputMode={inputMode}
          dir={writtenDirection(value)}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
