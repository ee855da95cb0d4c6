import * as css from './CheckboxField.css.ts';
import * as common from './Field.css.ts';
import { controlProps, type FieldProps } from './Field.tsx';

interface CheckboxFieldProps extends FieldProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
}

export function CheckboxField(props: CheckboxFieldProps) {
  const { id, label, problem, checked, onChange } = props;
  return (
    <div class={common.field}>
      <label class={css.choice} for={id}>
        <input
          {...controlProps(props)}
          class={css.box}
          type="checkbox"
          checked={checked}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <bdi>{label}</bdi>
      </label>
      {problem && (
        <span class={common.problem} id={`${id}-problem`}>
          {problem}
        </span>
      )}
    </div>
  );
}
