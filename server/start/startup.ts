import * as z from 'zod/mini';
import { codeOf } from '../base/errorCode.ts';
import { explainDatabaseFailure } from '../db/explainFailure.ts';

/** Explains in one sentence why a start failed, if the operator can fix it. */
export function explainStartFailure(error: unknown, port?: number): string | undefined {
  if (!(error instanceof Error)) return explainEmbeddedFailure(error);
  if (error.name === 'ConfigurationError') return error.message;
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken. Stop what uses it, or set PORT to another, such as PORT=${(port ?? 0) + 7}.`;
  }
  const missing = /Cannot find package '([^']+)'/.exec(error.message)?.[1];
  if (code === 'ERR_MODULE_NOT_FOUND' && missing !== undefined) {
    return `The backend needs the package "${missing}". Install it: npm install ${missing}`;
  }
  return explainFileFailure(error) ?? explainDatabaseFailure(error);
}

const EmbeddedFailure = z.object({ name: z.literal('ErrnoError'), errno: z.number() });
/** Error codes of WASI by number. */
const wasiCodes: Partial<Record<number, string>> = {
  2: 'EACCES',
  19: 'EDQUOT',
  29: 'EIO',
  51: 'ENOSPC',
  63: 'EPERM',
  69: 'EROFS',
};

/** The embedded database throws errors of its file system that are not an `Error`. */
function explainEmbeddedFailure(error: unknown): string | undefined {
  const { data } = EmbeddedFailure.safeParse(error);
  const reason = data && ofFiles[wasiCodes[data.errno] ?? ''];
  return reason && `The folder of the embedded database cannot be used: ${reason}`;
}

/** Explains an error of reading or writing a file. Returns undefined for other errors. */
function explainFileFailure(error: Error): string | undefined {
  const reason = ofFiles[String(codeOf(error))];
  if (reason === undefined) return undefined;
  // After a file is open, its errors contain only the call, not the path.
  const path = 'path' in error && typeof error.path === 'string' ? error.path : undefined;
  const isOfFile = 'syscall' in error && isFileCall.test(String(error.syscall));
  if (path === undefined && !isOfFile) return undefined;
  return `${path ?? 'A file or folder'} cannot be used: ${reason}`;
}

const isFileCall = /^(open|close|read|write|writev|ftruncate|fsync|mkdir|rename|scandir|copyfile)$/;

/** Explanations by error code of the operating system. */
const ofFiles: Partial<Record<string, string>> = {
  EACCES: 'permission denied. Change its permissions, or use another path.',
  EPERM: 'permission denied. Change its permissions, or use another path.',
  EROFS: 'the disk is read-only. Use another path.',
  EEXIST: 'it is a file, not a folder. Use another path.',
  ENOTDIR: 'it is a file, not a folder. Use another path.',
  ENOENT: 'it does not exist. Check the path.',
  ENOSPC: 'the disk is full. Free some space, or use another path.',
  EDQUOT: 'the disk quota is used up. Free some space, or use another path.',
  EISDIR: 'it is a folder, not a file. Use another path.',
  ENAMETOOLONG: 'its name is too long. Use a shorter path.',
  ELOOP: 'its symbolic links form a loop. Use another path.',
  EBUSY: 'another process is using it. Stop that process, or use another path.',
  EIO: 'the disk reports an error. Check the disk, or use another path.',
};

/**
 * Runs a command. It prints a known failure as one sentence, with exit code 1, and throws other
 * errors. `port`: the port that the command would use, for the sentence about a port conflict.
 */
export async function runCommand(
  command: () => Promise<void>,
  port?: () => number | undefined,
): Promise<void> {
  try {
    await command();
  } catch (error) {
    const sentence = explainStartFailure(error, port?.());
    if (sentence === undefined) throw error;
    process.stderr.write(`${sentence}\n`);
    process.exitCode = 1;
  }
}

/** Calls `stop` once on Ctrl-C or SIGTERM. A second signal ends the process immediately. */
export function onStopSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) process.exit(1);
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
