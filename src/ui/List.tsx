import { ChevronRight } from 'lucide';
import { type ComponentChildren, toChildArray } from 'preact';
import { Icon, type IconNode } from './Icon.tsx';
import * as css from './List.css.ts';

export function List({ label, children }: { label?: string; children: ComponentChildren }) {
  return (
    <ul class={css.list} part="list" aria-label={label}>
      {toChildArray(children).map((child, index) => (
        <li key={index}>{child}</li>
      ))}
    </ul>
  );
}

interface RowProps {
  icon?: IconNode;
  title: string;
  /** A second line. */
  detail?: string | undefined;
  /** Without it the row is not interactive. */
  onPress?: () => void;
  /** The press does something on this screen instead of opening another one. */
  isAction?: boolean;
  /** A button at the end of a row that is not interactive itself. */
  action?: ComponentChildren;
}

export function Row({ icon, title, detail, onPress, isAction, action }: RowProps) {
  const content = (
    <>
      {icon && (
        <span class={css.soft}>
          <Icon of={icon} />
        </span>
      )}
      <span class={css.grow}>
        <bdi class={css.name}>{title}</bdi>
        {detail && <span class={css.detail}>{detail}</span>}
      </span>
      {action}
      {onPress && !isAction && (
        <span class={css.soft}>
          <Icon of={ChevronRight} size={14} mirrored />
        </span>
      )}
    </>
  );
  return onPress ? (
    <button type="button" class={css.row} onClick={onPress}>
      {content}
    </button>
  ) : (
    <div class={`${css.row} ${css.plain}`}>{content}</div>
  );
}
