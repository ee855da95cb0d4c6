import { openAsBlob } from 'node:fs';
import { AwsClient } from 'aws4fetch';
import type { AttachmentStore } from './store.ts';

export interface S3Options {
  /** Address of the service. Buckets are addressed by path. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Timeout for a response of the service, including the transfer of a whole file. */
const storeTimeoutMs = 120_000;

/** Creates a store in a bucket of any service with the S3 protocol. */
export function createS3Store({ endpoint, bucket, region, ...keys }: S3Options): AttachmentStore {
  const client = new AwsClient({ ...keys, region, service: 's3', retries: 2 });
  const base = `${endpoint.replace(/\/+$/, '')}/${bucket}/`;

  async function request(key: string, init: RequestInit, accepted: number[]): Promise<Response> {
    const response = await client.fetch(base + key, {
      ...init,
      signal: AbortSignal.timeout(storeTimeoutMs),
    });
    if (accepted.includes(response.status)) return response;
    await response.body?.cancel();
    throw new Error(`The file store answered ${init.method} with ${response.status}.`);
  }

  return {
    async put(key, { path, digest }) {
      const headers = { 'X-Amz-Content-Sha256': digest };
      const response = await request(
        key,
        { method: 'PUT', headers, body: await openAsBlob(path) },
        [200],
      );
      await response.body?.cancel();
    },
    async open(key) {
      const response = await request(key, { method: 'GET' }, [200, 404]);
      if (response.status === 200 && response.body !== null) return response.body;
      await response.body?.cancel();
      return undefined;
    },
    async remove(key) {
      const response = await request(key, { method: 'DELETE' }, [200, 204, 404]);
      await response.body?.cancel();
    },
  };
}
