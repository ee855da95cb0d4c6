/** Messages between tabs: entries have changed, and ids of deleted entries. */
export interface Channel {
  post(removed: readonly string[]): void;
  close(): void;
}

export function openChannel(name: string, onChange: (removed: readonly string[]) => void): Channel {
  // All browsers support it, but a page may have deleted it.
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : null;
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    onChange(Array.isArray(data) ? data.filter((id) => typeof id === 'string') : []);
  });
  return {
    post: (removed) => channel?.postMessage([...removed]),
    close: () => channel?.close(),
  };
}
