import { type ComponentChildren, render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { adoptCss } from '../src/ui/stylesheets.ts';
import { token } from '../src/ui/theme/contract.css.ts';
import '../src/ui/theme/full.css.ts';
import '../src/ui/theme/base.css.ts';
import { root as rootClass } from '../src/ui/theme/root.css.ts';
import type { Settings } from './toolbar.ts';

interface ShadowHostProps {
  theme: Settings['theme'];
  direction: Settings['direction'];
  /** Fills the window instead of its own height. */
  filling: boolean;
  children: ComponentChildren;
}

/** Renders its children in a shadow root, with the CSS and attributes of the shell. */
export function ShadowHost({ theme, direction, filling, children }: ShadowHostProps) {
  const host = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLElement | null>(null);

  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const release = adoptCss(root);
    const inner = document.createElement('div');
    inner.className = rootClass;
    // As wide as the panel, so that text wraps like it does there.
    inner.style.cssText = 'max-width: 384px; padding: 16px; margin: 0 auto';
    root.append(inner);
    box.current = inner;
    return () => {
      render(null, inner);
      inner.remove();
      release();
    };
  }, []);

  useLayoutEffect(() => {
    if (box.current) render(children, box.current);
  });

  return (
    <div
      ref={host}
      data-theme={theme}
      data-story-host
      dir={direction}
      style={`display: block; min-height: ${filling ? '100vh' : '0'}; background: ${token.surface}`}
    />
  );
}
