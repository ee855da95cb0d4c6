import type { ComponentChildren } from 'preact';
import * as css from './List.css.ts';

interface RequestRowProps {
  subject: string;
  excerpt: string;
  time: string;
  number: string;
  /** The status, as a `Tag`. */
  tag: ComponentChildren;
  /** The unread state, such as “2 new replies”. It highlights the row. */
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
          <span class={css.grow}>
            <bdi class={css.name}>{subject}</bdi>
          </span>
          <span class={css.time}>{time}</span>
        </span>
        <bdi class={`${css.detail} ${css.cut}`}>{excerpt}</bdi>
        <span class={css.foot}>
          {tag}
          <bdi>{number}</bdi>
        </span>
      </span>
    </button>
  );
}
