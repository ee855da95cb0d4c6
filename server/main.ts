#!/usr/bin/env node
import { runProgram } from './start/program.ts';

await runProgram(process.argv.slice(2));
