import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { codeOf } from '../base/errorCode.ts';
import { makeFolder } from '../base/makeFolder.ts';

/**
 * Lets commands on this machine reach a running server. A file in its data folder contains its
 * address and a token for `admin/*`. Only its user can read the file.
 */
export interface LocalAccess {
  token: string;
  /** Writes the file. `port`: the port of the server. */
  open(port: number, host?: string): void;
  /** Removes the file. */
  close(): void;
}

const LocalAddress = z.object({ url: z.string(), token: z.string() });
export type LocalAddress = z.infer<typeof LocalAddress>;

const fileIn = (dataDir: string) => join(dataDir, 'local-api.json');

export function createLocalAccess(dataDir: string): LocalAccess {
  const file = fileIn(dataDir);
  const token = `local_${randomBytes(32).toString('base64url')}`;
  return {
    token,
    open(port, host) {
      const address: LocalAddress = { url: `http://${asReachable(host)}:${port}/v1/`, token };
      makeFolder(dataDir);
      rmSync(file, { force: true });
      writeFileSync(file, JSON.stringify(address), { mode: 0o600 });
      chmodSync(file, 0o600);
    },
    close() {
      // Another server may have taken over the folder in the meantime.
      if (readLocalAddress(dataDir)?.token === token) rmSync(file, { force: true });
    },
  };
}

/** Returns the address of the server that last used this folder. The server may have ended. */
export function readLocalAddress(dataDir: string): LocalAddress | undefined {
  try {
    return z.parse(LocalAddress, JSON.parse(readFileSync(fileIn(dataDir), 'utf8')));
  } catch (error) {
    // If the folder cannot exist, opening the database reports that.
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    if (error instanceof SyntaxError) return undefined;
    if (error instanceof z.core.$ZodError) return undefined;
    throw error;
  }
}

/** Returns a reachable address for a server that listens on all interfaces. */
function asReachable(host = '127.0.0.1'): string {
  if (host === '0.0.0.0' || host === '::' || host === '') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
