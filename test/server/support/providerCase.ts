import type { StandInAnswer } from './standIn.ts';

/** The expected request to a provider, and its response. */
export interface ProviderCase {
  id: string;
  credentials: Record<string, string>;
  /** The credential that is varied. */
  key: string;
  /** Default: GET. */
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
  good: unknown;
  goodStatus?: number;
  /** Response to wrong credentials. Default 401. */
  rejects?: StandInAnswer;
}

export const basic = (user: string, password: string) => ({
  authorization: `Basic ${btoa(`${user}:${password}`)}`,
});

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
