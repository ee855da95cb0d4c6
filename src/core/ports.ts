import type { ArticleResult, IndexedArticle } from '../contract/article.ts';
import type { AttachmentRules } from '../contract/attachment.ts';
import type { Endpoint, endpoints, Input, lateEndpoints, Reply } from '../contract/index.ts';
import type { LiveEvent } from '../contract/live.ts';
import type { WrittenQuestion } from '../contract/writtenAnswer.ts';
import type { WrittenEvent } from '../contract/writtenEvent.ts';
import type { AttachedFile, FileProblem } from './attachedFile.ts';
import type { OutboxEntry, StoredEntry } from './outboxEntry.ts';

type Endpoints = typeof endpoints & typeof lateEndpoints;
type Call<E extends Endpoint> = (input: Input<E>, signal?: AbortSignal) => Promise<Reply<E>>;

/** The backend, with one method per endpoint of the contract. Rejects with a `PenguinMailsError`. */
export type Api = {
  [Name in keyof Endpoints as Endpoints[Name] extends { upload: true } ? never : Name]: Call<
    Endpoints[Name]
  >;
} & {
  /** Requests a written answer. Resolves after its last event. */
  writeAnswer(
    input: { body: WrittenQuestion; onEvent: (event: WrittenEvent) => void },
    signal?: AbortSignal,
  ): Promise<void>;
};

/** Loads the API client on the first request. Rejects with a `NetworkError`. */
export type LoadApi = () => Promise<Api>;

/** The fields of a new entry that the caller sets; the outbox sets the rest. */
export type NewEntry = Pick<OutboxEntry, 'id' | 'owner' | 'visitorId' | 'write' | 'files'>;

/** Files for the backend, stored on the device until they are sent. */
export interface Files {
  /** Stores valid files and starts their upload. Resolves to the rejected ones. */
  add(
    files: readonly File[],
    draft: Pick<AttachedFile, 'draft' | 'owner'>,
    rules: AttachmentRules,
  ): Promise<{ name: string; size: number; reason: FileProblem }[]>;
  retry(id: string): void;
  /** Moves the files of one draft to another. */
  move(from: string, to: string): Promise<void>;
  /** Resolves to a function that restores the removed files, and uploads them again. */
  remove(ids: readonly string[]): Promise<() => Promise<void>>;
}

/** Durable writes for the backend. */
export interface Outbox {
  /**
   * Stores an entry and starts to send it. Resolves with its id, which differs from the given one if another tab has
   * used that for other text. Rejects with a `PenguinMailsError` if the entry can never be sent.
   */
  put(entry: NewEntry): Promise<string>;
  /** Sends all waiting entries immediately. */
  flush(): void;
  /** Retries an entry that waits or needs attention. */
  retry(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** Moves the entries of one owner to another; entries that were already sent keep their visitor's id. */
  adopt(owner: string, heir: Pick<OutboxEntry, 'owner' | 'visitorId'>): Promise<void>;
  /** Removes all entries of one owner from the device. */
  wipe(owner: string): Promise<void>;
  /** Loads the code for files when there are some. Rejects with a `NetworkError`. */
  files(): Promise<Files>;
  destroy(): void;
}

export interface OutboxEvents {
  /** A version without accounts has left entries. */
  hasOld?: boolean;
  /** Receives all entries of the device, unsorted. */
  onChange(entries: readonly StoredEntry[]): void;
  /** Receives whether the last entry will outlive the page. */
  onStored(isDurable: boolean): void;
  /** Receives all files of the device. */
  onFiles(files: readonly AttachedFile[]): void;
  /** Called in the tab that sent the entry. */
  onSent(entry: OutboxEntry): void;
}

/** Loads the outbox when an entry is written or queued. Rejects with a `NetworkError`. */
export type LoadOutbox = (events: OutboxEvents) => Promise<Outbox>;

/** Articles for search on the device. */
export interface DeviceSearch {
  /** Every article in this language. */
  articles: readonly IndexedArticle[];
  /** Searches like the server does. */
  find(text: string, wish: SearchOptions): ArticleResult[];
}

export interface SearchOptions {
  category?: string | undefined;
  limit: number;
  /** Minimum `relevance_score`. */
  threshold: number;
  /** The last word is complete, so it does not match longer words. */
  isFinished?: boolean;
}

/**
 * Loads the articles of a language. The cached ones are available first, and `onFresh` receives newer ones. Resolves
 * to null if there are too many for a device. Rejects with a `PenguinMailsError`.
 */
export type LoadArticles = (
  locale: string,
  onFresh: (search: DeviceSearch | null) => void,
) => Promise<DeviceSearch | null>;

/**
 * Subscribes to changes on the backend. Returns a function that unsubscribes. A `guest` is anonymous and receives
 * only events that concern everyone.
 */
export type OpenLive = (
  listener: (event: LiveEvent) => void,
  who: 'visitor' | 'guest',
) => () => void;

/** Small values that outlive the page. Works from memory if the browser blocks storage. */
export interface Store {
  get(name: string): string | null;
  set(name: string, value: string): void;
  remove(name: string): void;
  /** Removes all values whose name has the prefix, and the values that this tab stores for its session. */
  wipe(prefix: string): void;
}

/** Facts that the widget can know about its page. */
export interface Page {
  /** Returns the address without query and fragment, which may contain tokens. */
  url(): string;
  title(): string;
  browser(): string;
  /** Returns the nearest `data-support-topic` of the page, which the host has set. */
  topic(): string | null;
  isVisible(): boolean;
  /** Calls the listener when the page is hidden or visible again. Returns a function that unsubscribes. */
  onVisibility(listener: () => void): () => void;
  /** Opens a `mailto:` address. */
  go(href: string): void;
  /** Returns whether the browser supports sharing the screen. */
  canShareScreen(): boolean;
  /**
   * Takes a picture of the page without the panel. Password fields and elements with `data-support-redact` are black.
   * Rejects with a `NotAllowedError` if it is denied.
   */
  capture(way: CaptureWay, signal: AbortSignal): Promise<HTMLCanvasElement>;
}

/** `screen`: captures what the person shares. `page`: draws the page's elements. */
export type CaptureWay = 'screen' | 'page';

/**
 * Resolves an address of the backend, or returns undefined for an unsafe address. A path is relative to `from`, by
 * default the API's address.
 */
export type AddressOf = (address: string, from?: string) => string | undefined;

/** Returns a token that identifies the visitor, or null if no one is signed in. */
export type GetToken = () => string | null | undefined | Promise<string | null | undefined>;
