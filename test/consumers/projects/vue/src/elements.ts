import type { PenguinElementProps } from '@penguinmails/support-widget/elements';
import type { DefineComponent } from 'vue';

declare module 'vue' {
  interface GlobalComponents {
    'penguin-help-center': DefineComponent<PenguinElementProps['penguin-help-center']>;
    'penguin-status-badge': DefineComponent<PenguinElementProps['penguin-status-badge']>;
    'penguin-kb-suggestions': DefineComponent<PenguinElementProps['penguin-kb-suggestions']>;
  }
}
