import { explainDatabaseFailure } from '../db/explainFailure.ts';

/** Explains why a start failed, in one sentence if the operator can fix it. */
export function explainStartFailure(error: unknown, port?: number): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'ConfigurationError') return error.message;
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken. Stop what uses it, or set PORT to another: PORT=${(port ?? 0) + 7} npm start`;
  }
  const missing = /Cannot find package '([^']+)'/.exec(error.message)?.[1];
  if (code === 'ERR_MODULE_NOT_FOUND' && missing !== undefined) {
    return `The backend needs the package "${missing}". Install it: npm install ${missing}`;
  }
  return explainDatabaseFailure(error);
}

/**
 * Runs a command: its failure is said in one sentence, with exit code 1; one that has no sentence
 * is thrown. `port` as the command would use it, for the sentence about a taken one.
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

/** Calls `stop` once on Ctrl-C or a request to end; a second one ends the process at once. */
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
