/** What tabs tell each other: that entries changed, and which are gone. */
export interface Channel {
  post(removed: readonly string[]): void;
  close(): void;
}

export function openChannel(name: string, onChange: (removed: readonly string[]) => void): Channel {
  // Missing in no browser of today, but a page may have taken it away.
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : null;
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    onChange(Array.isArray(data) ? data.filter((id) => typeof id === 'string') : []);
  });
  return {
    post: (removed) => channel?.postMessage([...removed]),
    close: () => channel?.close(),
  };
}
