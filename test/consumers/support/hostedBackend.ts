import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../build/run.mjs';
import { type Cluster, postgresPrograms, startCluster } from '../../server/support/cluster.ts';
import { startS3 } from '../../server/support/s3.ts';
import { startSmtp, type TestSmtp } from '../../server/support/smtp.ts';

export interface Surroundings {
  cluster: Cluster;
  smtp: TestSmtp;
  /** Environment variables of a backend that uses these services. */
  variables: Record<string, string>;
  stop(): Promise<void>;
}

/** Starts Postgres, S3 and a mail server for a backend that runs only during requests. */
export async function startSurroundings(): Promise<Surroundings> {
  const [programs] = postgresPrograms();
  if (programs === undefined) throw new Error('There is no Postgres on this machine.');
  const [cluster, s3, smtp] = await Promise.all([startCluster(programs), startS3(), startSmtp()]);
  const { endpoint, bucket, accessKeyId, secretAccessKey } = s3.options;
  await cluster.admin('create database support');
  return {
    cluster,
    smtp,
    variables: {
      DATABASE_URL: cluster.url('postgres', 'support'),
      ATTACHMENT_SECRET: 'of-the-tests-with-32-characters-or-more',
      S3_ENDPOINT: endpoint,
      S3_BUCKET: bucket,
      S3_ACCESS_KEY_ID: accessKeyId,
      S3_SECRET_ACCESS_KEY: secretAccessKey,
      SMTP_URL: smtp.url,
      DATA_DIR: join(tmpdir(), 'support'),
      CRON_SECRET: 'of-the-scheduler',
    },
    async stop() {
      await Promise.all([cluster.stop(), s3.close(), smtp.close()]);
    },
  };
}

/** Runs commands of the server that a project has installed. Returns the output of the last one. */
export async function runCommands(
  folder: string,
  variables: Record<string, string>,
  ...commands: string[]
): Promise<string> {
  let printed = '';
  for (const command of commands) {
    const program = join(folder, 'node_modules/.bin/support-server');
    const { code, output } = await run(program, command.split(' '), variables, folder);
    if (code !== 0) throw new Error(`support-server ${command}\n${output}`);
    printed = output;
  }
  return printed;
}

/** Both Next.js and Wrangler read this file when they start. */
export function writeVariables(folder: string, variables: Record<string, string>): void {
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  writeFileSync(join(folder, '.env'), `${lines.join('\n')}\n`);
}
