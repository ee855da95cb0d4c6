/** What is brought once, when it is first wanted; after a failure it is asked for anew. */
export interface Lazy<T> {
  get(): Promise<T>;
  /** What has been asked for; undefined before. */
  peek(): Promise<T> | undefined;
}

export function lazy<T>(bring: () => Promise<T>): Lazy<T> {
  let coming: Promise<T> | undefined;
  return {
    get() {
      coming ??= bring().catch((cause) => {
        coming = undefined;
        throw cause;
      });
      return coming;
    },
    peek: () => coming,
  };
}
