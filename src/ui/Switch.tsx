import * as css from './Switch.css.ts';

interface SwitchProps {
  label: string;
  /** The value that the switch includes. */
  value: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

export function Switch({ label, value, on, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      class={css.row}
      role="switch"
      aria-checked={on}
      onClick={() => onChange(!on)}
    >
      <span class={css.words}>
        <span class={css.name}>{label}</span>
        <bdi class={css.value}>{value}</bdi>
      </span>
      <span class={css.track} />
    </button>
  );
}
