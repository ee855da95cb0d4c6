/** Loads a value once, when it is first needed. After a failure it is loaded again. */
export interface Lazy<T> {
  get(): Promise<T>;
  /** The loading promise; undefined before the first call. */
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
