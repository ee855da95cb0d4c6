import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import type { S3Options } from '../../../server/attachments/s3Store.ts';

/** Starts a file service with the S3 protocol and one bucket. */
export async function startS3(): Promise<{ options: S3Options; close(): Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), 'support-s3-'));
  const s3 = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: 'support', configs: [] }],
  });
  const { port } = await s3.run();
  return {
    options: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'support',
      region: 'us-east-1',
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
    },
    async close() {
      await s3.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
