import { sha256 } from '@noble/hashes/sha2.js';
import { isProof, proofText } from '../contract/proofOfWork.ts';
import type { ClientOptions, RequestInput } from './request.ts';

/** Hashes between two pauses, in which the page can react. They take some milliseconds. */
const hashesPerSlice = 2_000;

/**
 * Searches for a proof of work for a write. The browser's own SHA-256 is not used: it is missing on pages
 * without TLS, and slower for short texts.
 * @throws the reason of the signal after an abort
 */
export async function findProof(
  { apiKey }: ClientOptions,
  { idempotencyKey = '' }: RequestInput,
  signal: AbortSignal,
): Promise<string> {
  const encoder = new TextEncoder();
  for (let first = 0; ; first += hashesPerSlice) {
    signal.throwIfAborted();
    for (let nonce = first; nonce < first + hashesPerSlice; nonce++) {
      const text = proofText(apiKey, idempotencyKey, `${nonce}`);
      if (isProof(sha256(encoder.encode(text)))) return `${nonce}`;
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
}
