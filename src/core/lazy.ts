/** Loads a value once, when it is first needed. After a failure it is loaded again. */
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
