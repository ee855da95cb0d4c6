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
  /** Without it the row only informs. */
  onPress?: () => void;
  /** A button at the end of a row that only informs. */
  action?: ComponentChildren;
}

export function Row({ icon, title, detail, onPress, action }: RowProps) {
  const content = (
    <>
      {icon && (
        <span class={css.soft}>
          <Icon of={icon} />
        </span>
      )}
      <span class={css.grow}>
        <span class={`${css.name} ${css.cut}`}>{title}</span>
        {detail && <span class={css.detail}>{detail}</span>}
      </span>
      {action}
      {onPress && (
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

interface RequestRowProps {
  subject: string;
  excerpt: string;
  time: string;
  number: string;
  /** The status, as a `Tag`. */
  tag: ComponentChildren;
  /** What has not been read, such as “2 new replies”; marks the row. */
  unread?: string | undefined;
  onPress: () => void;
}

export function RequestRow(props: RequestRowProps) {
  const { subject, excerpt, time, number, tag, unread, onPress } = props;
  return (
    <button type="button" class={css.row} onClick={onPress}>
      {unread && <span class={css.dot} role="img" aria-label={unread} />}
      <span class={css.grow}>
        <span class={css.top}>
          <span class={`${css.name} ${css.cut} ${css.grow}`}>
            <bdi>{subject}</bdi>
          </span>
          <span class={css.time}>{time}</span>
        </span>
        <span class={`${css.detail} ${css.cut}`}>
          <bdi>{excerpt}</bdi>
        </span>
        <span class={css.foot}>
          {tag}
          <bdi>{number}</bdi>
        </span>
      </span>
    </button>
  );
}
