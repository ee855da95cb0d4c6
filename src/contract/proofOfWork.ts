/** 131,000 hashes on average: some tenths of a second of a laptop, and a second of a phone. */
const proofBits = 17;

/** The text to hash. A proof counts for one write of one account. */
export function proofText(apiKey: string, idempotencyKey: string, nonce: string): string {
  return `${apiKey} ${idempotencyKey} ${nonce}`;
}

/** Returns whether a SHA-256 hash is a proof: it starts with enough zero bits. */
export function isProof(hash: Uint8Array): boolean {
  const first = new DataView(hash.buffer, hash.byteOffset).getUint32(0);
  return first >>> (32 - proofBits) === 0;
}
