import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon, type IconNode } from './Icon.tsx';
import * as css from './Menu.css.ts';
import { useMenu } from './useMenu.ts';

export interface MenuItem {
  icon: IconNode;
  name: string;
  /** A second, smaller line. */
  detail?: string;
  /** Draws a dot. The detail says what it means. */
  hasMark?: boolean;
  /** A link that opens in a new tab; without it, a button. */
  href?: string;
  onSelect: () => void;
}

interface MenuProps {
  label: string;
  /** Groups, separated by lines. */
  groups: readonly (readonly MenuItem[])[];
  /** An element of the host that opens the menu. Default: a button with `triggerContent`. */
  trigger?: HTMLElement | undefined;
  triggerContent: ComponentChildren;
  /** The items are incomplete, so none of them can be pressed yet. */
  isPending?: boolean;
  /** The pointer or the focus has reached the trigger. */
  onIntent?: () => void;
  onOpen: () => void;
}

/** A button with a menu, by the WAI-ARIA menu-button pattern. */
export function Menu(props: MenuProps) {
  const { label, groups, trigger, triggerContent, isPending = false } = props;
  const [own, setOwn] = useState<HTMLButtonElement | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const menu = useMenu(trigger ?? own, list, props);
  return (
    <>
      {!trigger && (
        <button type="button" ref={setOwn} class={css.trigger} part="trigger">
          {triggerContent}
        </button>
      )}
      {menu.isOpen && (
        <div
          ref={list}
          class={`${css.menu} ${isPending ? css.pending : ''}`}
          part="menu"
          role="menu"
          aria-label={label}
          tabIndex={-1}
          popover="manual"
          onKeyDown={menu.onKeyDown}
        >
          <div class={css.label} aria-hidden="true">
            {label}
          </div>
          {groups
            .filter((items) => items.length > 0)
            .map((items, index) => [
              <hr key={`line-${index}`} class={css.separator} />,
              ...items.map((item) => (
                <MenuEntry
                  key={`${index}-${item.name}`}
                  item={item}
                  onDone={() => menu.close(true)}
                />
              )),
            ])}
        </div>
      )}
    </>
  );
}

function MenuEntry({ item, onDone }: { item: MenuItem; onDone: () => void }) {
  const { icon, name, detail, hasMark, href, onSelect } = item;
  const shared = {
    class: css.item,
    role: 'menuitem',
    tabIndex: -1,
    onClick: () => {
      onDone();
      onSelect();
    },
  } as const;
  const content = (
    <>
      <span class={css.icon}>
        <Icon of={icon} />
      </span>
      <span class={css.words}>
        <span class={css.name}>{name}</span>
        {detail && <span class={css.detail}>{detail}</span>}
      </span>
      {hasMark && <span class={css.mark} />}
    </>
  );
  return href === undefined ? (
    <button type="button" {...shared}>
      {content}
    </button>
  ) : (
    <a {...shared} href={href} target="_blank" rel="noopener noreferrer">
      {content}
    </a>
  );
}
