import type { Support } from '../support.ts';

/** A form of Sentry's user feedback. */
export interface FeedbackForm {
  appendToDom(): void;
  open(): void;
  close(): void;
  removeFromDom(): void;
}

/** The calls of Sentry's `getFeedback()` that have a counterpart. */
export interface Feedback {
  /** Opens the form on a press of the element. Returns a function that stops it. */
  attachTo(element: Element | string): () => void;
  createForm(): Promise<FeedbackForm>;
  remove(): void;
}

/** Returns an object that takes the calls of Sentry's user feedback. */
export function sentryFeedback(support: Support): Feedback {
  return {
    attachTo(target) {
      const element = typeof target === 'string' ? document.querySelector(target) : target;
      const open = () => support.newTicket();
      element?.addEventListener('click', open);
      return () => element?.removeEventListener('click', open);
    },
    createForm: async () => ({
      appendToDom() {}, // the panel is on the page
      open: () => support.newTicket(),
      close: () => support.close(),
      removeFromDom: () => support.close(),
    }),
    remove: () => support.destroy(),
  };
}
