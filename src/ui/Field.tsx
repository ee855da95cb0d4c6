import type { ComponentChildren } from 'preact';
import * as css from './Field.css.ts';

export interface FieldProps {
  /** Unique within the shadow root. */
  id: string;
  label: string;
  /** A short note after the label, such as “Optional”. */
  mark?: string | undefined;
  hint?: string | undefined;
  /** What is wrong and how to fix it. It is shown below the field and announced with it. */
  problem?: string | undefined;
}

/** Returns the attributes that connect a control with its label, hint and problem. */
export function controlProps({ id, hint, problem }: FieldProps) {
  const described = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean);
  return {
    id,
    part: 'field',
    'aria-invalid': problem !== undefined,
    'aria-describedby': described.join(' ') || undefined,
  } as const;
}

export function Field({
  id,
  label,
  mark,
  hint,
  problem,
  children,
}: FieldProps & { children: ComponentChildren }) {
  return (
    <div class={css.field}>
      <label class={css.label} for={id}>
        <bdi>{label}</bdi>
        {mark && <span class={css.mark}>{mark}</span>}
      </label>
      {children}
      {hint && (
        <span class={css.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {problem && (
        <span class={css.problem} id={`${id}-problem`}>
          {problem}
        </span>
      )}
    </div>
  );
}
