import type { ArticleResult } from '../contract/article.ts';
import type { AttachmentRules } from '../contract/attachment.ts';
import type { Endpoint, endpoints, Input, lateEndpoints, Reply } from '../contract/index.ts';
import type { LiveEvent } from '../contract/live.ts';
import type { AttachedFile, FileProblem } from './attachedFile.ts';
import type { KeptEntry, OutboxEntry } from './outboxEntry.ts';

type Endpoints = typeof endpoints & typeof lateEndpoints;
type Call<E extends Endpoint> = (input: Input<E>, signal?: AbortSignal) => Promise<Reply<E>>;

/** The backend, one method an endpoint of the contract. Rejects with a `PenguinMailsError`. */
export type Api = {
  [Name in keyof Endpoints as Endpoints[Name] extends { upload: true } ? never : Name]: Call<
    Endpoints[Name]
  >;
};

/** Loads the API client on the first request. Rejects with a `NetworkError`. */
export type LoadApi = () => Promise<Api>;

/** The fields of a new entry that the caller sets; the outbox sets the rest. */
export type NewEntry = Pick<OutboxEntry, 'id' | 'owner' | 'visitorId' | 'write' | 'files'>;

/** Files on their way to the backend, kept on the device until then. */
export interface Files {
  /** Stores files that pass the checks and starts their upload; resolves with the others. */
  add(
    files: readonly File[],
    draft: Pick<AttachedFile, 'draft' | 'owner'>,
    rules: AttachmentRules,
  ): Promise<{ name: string; size: number; reason: FileProblem }[]>;
  retry(id: string): void;
  /** Moves the files of one draft to another. */
  move(from: string, to: string): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}

/** Durable writes on their way to the backend. */
export interface Outbox {
  /**
   * Stores an entry and starts to send it. Resolves with its id, which differs from the given one
   * if another tab has used that for other text. Rejects with a `PenguinMailsError` if the entry
   * can never be sent.
   */
  put(entry: NewEntry): Promise<string>;
  /** Sends what waits, without waiting any longer. */
  flush(): void;
  /** Sends one again that waits or needs attention. */
  retry(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  /**
   * Moves the entries of one owner to another; entries that were already sent keep their visitor's
   * id.
   */
  adopt(owner: string, heir: Pick<OutboxEntry, 'owner' | 'visitorId'>): Promise<void>;
  /** Removes everything of one owner from the device. */
  wipe(owner: string): Promise<void>;
  /** Loads the code for files when there are some. Rejects with a `NetworkError`. */
  files(): Promise<Files>;
  destroy(): void;
}

export interface OutboxEvents {
  /** A version that did not know of accounts has left something. */
  hasOld?: boolean;
  /** All entries of the device, in no order. */
  onChange(entries: readonly KeptEntry[]): void;
  /** Whether what was written last will outlive the page. */
  onKept(isDurable: boolean): void;
  /** All files of the device. */
  onFiles(files: readonly AttachedFile[]): void;
  /** Called in the one tab that sent it. */
  onSent(entry: OutboxEntry): void;
}

/** Loads the outbox when something is written or queued. Rejects with a `NetworkError`. */
export type LoadOutbox = (events: OutboxEvents) => Promise<Outbox>;

/** Articles that are searched on the device. */
export interface DeviceSearch {
  /** Number of articles. */
  count: number;
  /** Searches as the server would. */
  find(text: string, wish: SearchWish): ArticleResult[];
  /** Title and plain text of one. */
  textOf(slug: string): { title: string; text: string } | undefined;
}

export interface SearchWish {
  category?: string | undefined;
  limit: number;
  /** Least `relevance_score`. */
  threshold: number;
  /** The last word is whole, so that it is not the beginning of others. */
  isFinished?: boolean;
}

/**
 * Loads the articles of a language: the cached ones at once, and `onFresh` receives
 * newer ones. Resolves with null where there are too many for a device. Rejects with a `PenguinMailsError`.
 */
export type LoadArticles = (
  locale: string,
  onFresh: (search: DeviceSearch | null) => void,
) => Promise<DeviceSearch | null>;

/**
 * Subscribes to changes on the backend. Returns a function that unsubscribes. A `guest` is anonymous
 * and receives only events that concern everyone.
 */
export type OpenLive = (hear: (event: LiveEvent) => void, who: 'visitor' | 'guest') => () => void;

/** Small values that outlive the page. Works from memory if the browser blocks storage. */
export interface Store {
  get(name: string): string | null;
  set(name: string, value: string): void;
  remove(name: string): void;
  /** Removes every value whose name begins so, and what this tab keeps for its session. */
  wipe(prefix: string): void;
}

/** What the widget may know about its page. */
export interface Page {
  /** Without query and fragment, which may contain tokens. */
  url(): string;
  title(): string;
  browser(): string;
  /** The nearest `data-support-topic` of the page, as the host set it. */
  topic(): string | null;
  isVisible(): boolean;
  /** Calls back when the page is hidden or visible again. Returns a function that unsubscribes. */
  onVisibility(hear: () => void): () => void;
  /** Leaves for a `mailto:` address. */
  go(href: string): void;
  /** Whether the browser lets a person share the screen. */
  canShareScreen(): boolean;
  /**
   * A picture of the page without the panel; password fields and what is marked
   * `data-support-redact` are black. Rejects with a `NotAllowedError` if it is denied.
   */
  capture(way: CaptureWay, signal: AbortSignal): Promise<HTMLCanvasElement>;
}

/** `screen`: what the person shares · `page`: drawn from the page's elements. */
export type CaptureWay = 'screen' | 'page';

/** A window in which a person signs in at a provider. */
export interface ConnectWindow {
  /** @throws TypeError for an address that is not of the web */
  go(address: string): void;
  isClosed(): boolean;
  close(): void;
}

/** The result of a provider's callback; `attempt` is the attempt it belongs to. */
export interface ConnectAnswer {
  attempt: string;
  outcome: 'granted' | 'denied' | 'failed';
  provider: string;
  integration: string | null;
  /** Finishes a granted connection with the proof of the attempt; empty if nothing was granted. */
  receipt: string;
}

/** A secret that only the tab that started the connection has: it is in no URL, and no other window receives it. */
export interface ConnectAttempt {
  attempt: string;
  proof: string;
}

/** The way to a provider and back to this page. */
export interface Connector {
  /** Null where the browser opens none. */
  open(): ConnectWindow | null;
  /** The address of this page that an attempt comes back to. */
  returnTo(attempt: string): string;
  /** Goes there in this tab, and knows the attempt when it comes back. */
  leave(address: string, begun: ConnectAttempt): void;
  /** The answer in this page's address, which is taken out of it. `proof`: this tab began the attempt. */
  takeReturn(): { answer: ConnectAnswer; proof: string | null } | null;
  /** Sends the result to the waiting tab, and closes this window; false if no tab waits. */
  deliver(answer: ConnectAnswer): Promise<boolean>;
  /** Receives results of other windows; return true if it was waited for. Returns a function that unsubscribes. */
  listen(hear: (answer: ConnectAnswer) => boolean): () => void;
}

/**
 * Returns where an address of the backend leads from here, or undefined where a link must not lead.
 * A path is meant from the address `from`, default the API's.
 */
export type AddressOf = (address: string, from?: string) => string | undefined;

/** Returns a token that identifies the visitor; null if no one is signed in. */
export type GetToken = () => string | null | undefined | Promise<string | null | undefined>;
