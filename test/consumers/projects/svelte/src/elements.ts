import type { PenguinElementProps } from '@penguinmails/support-widget/elements';

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends PenguinElementProps {}
}
