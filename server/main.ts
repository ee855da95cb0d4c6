#!/usr/bin/env node
import { runProgram } from './start/program.ts';

// A reader such as `head` can close the pipe before everything is written.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
await runProgram(process.argv.slice(2));
