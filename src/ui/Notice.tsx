import { TriangleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import * as css from './Notice.css.ts';

interface NoticeProps {
  /** A class of `status.css.ts`. Default: red. */
  tone?: string;
  /** Replaces the triangle icon. */
  glyph?: ComponentChildren;
  /** What happened. */
  title: string;
  /** What to do. */
  children?: ComponentChildren;
  actions?: ComponentChildren;
}

/** Shows what happened in bold, then what to do. It is announced when it appears. */
export function Notice({ tone = '', glyph, title, children, actions }: NoticeProps) {
  return (
    <div class={`${css.notice} ${tone}`} part="notice" role="alert">
      <span class={css.glyph}>{glyph ?? <Icon of={TriangleAlert} />}</span>
      <div>
        <span class={css.strong}>{title}</span> <span class={css.rest}>{children}</span>
        {actions && <div class={css.actions}>{actions}</div>}
      </div>
    </div>
  );
}
