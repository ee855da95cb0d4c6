/** The globals that `countLiving.js` puts on the page. */
declare global {
  interface Window {
    living: {
      /**
       * Everything that scripts have started and not ended, by kind; `late` has the recorded
       * requests.
       */
      now(): Promise<Record<string, unknown>>;
      /** Notes requests from now on. */
      watchRequests(): void;
    };
  }
}

export const countLiving = { path: 'test/support/destroy/countLiving.js' };
