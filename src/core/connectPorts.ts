/** A window in which a person signs in at a provider. */
export interface ConnectWindow {
  /** @throws TypeError unless it is an http or https address */
  go(address: string): void;
  isClosed(): boolean;
  close(): void;
}

/** The result of a provider's callback. `attempt`: the attempt that it belongs to. */
export interface ConnectResult {
  attempt: string;
  outcome: 'granted' | 'denied' | 'failed';
  provider: string;
  integration: string | null;
  /** Finishes a granted connection, together with the proof of the attempt. Empty if access was not granted. */
  receipt: string;
}

/** An attempt with the secret that only the starting tab has. It is in no URL, and no other window receives it. */
export interface ConnectAttempt {
  attempt: string;
  proof: string;
}

/** Opens the pages of a provider, and receives the return to this page. */
export interface Connector {
  /** Returns null if the browser opens no window. */
  open(): ConnectWindow | null;
  /** Returns the address of this page to which an attempt returns. */
  returnTo(attempt: string): string;
  /** Opens the address in this tab. Stores the attempt for the return. */
  leave(address: string, begun: ConnectAttempt): void;
  /** Removes the result from this page's address and returns it. `proof` is set if this tab started the attempt. */
  takeReturn(): { result: ConnectResult; proof: string | null } | null;
  /** Sends the result to the waiting tab, and closes this window. Resolves to false if no tab waits. */
  deliver(result: ConnectResult): Promise<boolean>;
  /**
   * Receives results of other windows. The listener returns true if it waited for the result. Returns a function that
   * unsubscribes.
   */
  listen(listener: (result: ConnectResult) => boolean): () => void;
}
