import { AwsClient } from 'aws4fetch';
import * as z from 'zod/mini';
import type { IntegrationErrorType } from '../../src/contract/integration.ts';
import { defineProvider, type Endpoint, secret } from '../ask/provider.ts';
import { type ProviderResponse, requestJson } from '../ask/requestJson.ts';

const common = {
  bucket: z
    .string({ error: 'This field is required.' })
    .check(z.regex(/^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/, { error: 'Must be a bucket name.' })),
  access_key_id: secret,
  secret_access_key: secret,
};
const S3 = z.object({
  ...common,
  region: z._default(z.string().check(z.regex(/^[a-z0-9-]+$/)), 'us-east-1'),
});

export const s3 = defineProvider({
  id: 's3',
  baseUrl: ({ region }) => `https://s3.${region}.amazonaws.com`,
  credentials: S3,
  probe: listOne,
});

/** Google Cloud Storage, with an HMAC key, over the S3 protocol. */
export const gcs = defineProvider({
  id: 'gcs',
  baseUrl: 'https://storage.googleapis.com',
  credentials: z.object(common),
  probe: (credentials, endpoint) => listOne({ ...credentials, region: 'auto' }, endpoint),
});

const types: Record<string, IntegrationErrorType> = {
  InvalidAccessKeyId: 'authentication_error',
  SignatureDoesNotMatch: 'authentication_error',
  RequestTimeTooSkewed: 'authentication_error',
  ExpiredToken: 'authentication_error',
  AccessDenied: 'authorization_error',
  NoSuchBucket: 'configuration_error',
  SlowDown: 'rate_limit_error',
};

function explain({ status, body }: ProviderResponse): IntegrationErrorType | undefined {
  const code = status >= 400 ? /<Code>(\w+)<\/Code>/.exec(String(body))?.[1] : undefined;
  return code === undefined ? undefined : types[code];
}

async function listOne(credentials: z.infer<typeof S3>, endpoint: Endpoint): Promise<void> {
  const { bucket, region, access_key_id, secret_access_key } = credentials;
  const keys = { accessKeyId: access_key_id, secretAccessKey: secret_access_key };
  const client = new AwsClient({ ...keys, region, service: 's3' });
  const path = `${bucket}?list-type=2&max-keys=1`;
  const { headers } = await client.sign(`${endpoint.baseUrl}/${path}`);
  await requestJson(endpoint, path, {
    headers: { ...Object.fromEntries(headers), Accept: 'application/xml' },
    expects: z.string().check(z.regex(/<ListBucketResult/)),
    explain,
  });
}
