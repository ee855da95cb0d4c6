/** The globals that `countLiving.js` adds to the page. */
declare global {
  interface Window {
    living: {
      /**
       * Returns everything that scripts have started and not ended, by kind. `late`: the recorded
       * requests.
       */
      now(): Promise<Record<string, unknown>>;
      /** Records requests from now on. */
      watchRequests(): void;
    };
  }
}

export const countLiving = { path: 'test/support/destroy/countLiving.js' };
