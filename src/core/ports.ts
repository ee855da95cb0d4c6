import type { Endpoint, endpoints, Input, Reply } from '../contract/index.ts';

type Endpoints = typeof endpoints;
type Call<E extends Endpoint> = (input: Input<E>, signal?: AbortSignal) => Promise<Reply<E>>;

/** The backend, one method an endpoint of the contract. Rejects with a `PenguinMailsError`. */
export type Api = { [Name in keyof Endpoints]: Call<Endpoints[Name]> };

/** Brings the API client, which loads only when something is sent or read. Rejects with a `NetworkError`. */
export type LoadApi = () => Promise<Api>;

/** Small values that outlive the page. Works from memory where the browser refuses storage. */
export interface Store {
  get(name: string): string | null;
  set(name: string, value: string): void;
  remove(name: string): void;
}

/** What the widget may know of the page it stands on. */
export interface Page {
  /** Without query and fragment: those may carry tokens. */
  url(): string;
  title(): string;
  browser(): string;
  /** The nearest `data-support-topic` of the page, as the host set it. */
  topic(): string | null;
  /** Leaves for a `mailto:` address. */
  go(href: string): void;
}
