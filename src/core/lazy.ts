/** Loads a value once, when it is first needed. After a failure, the next call loads it again. */
export interface Lazy<T> {
  get(): Promise<T>;
  /** The loading promise; undefined before the first call. */
  peek(): Promise<T> | undefined;
}

export function lazy<T>(load: () => Promise<T>): Lazy<T> {
  let loading: Promise<T> | undefined;
  return {
    get() {
      loading ??= load().catch((cause) => {
        loading = undefined;
        throw cause;
      });
      return loading;
    },
    peek: () => loading,
  };
}
