import { type Command, print, printError } from './command.ts';
import { accountCommands } from './commands/accounts.ts';
import { agentCommands } from './commands/agents.ts';
import { auditCommands } from './commands/audit.ts';
import { backup } from './commands/backup.ts';
import { closingCommands } from './commands/closing.ts';
import { conformance } from './commands/conformance.ts';
import { doctor } from './commands/doctor.ts';
import { identityCommands } from './commands/identity.ts';
import { jobs } from './commands/jobs.ts';
import { kbImport } from './commands/kbImport.ts';
import { keyCommands } from './commands/keys.ts';
import { migrateTables } from './commands/migrate.ts';
import { prepare } from './commands/prepare.ts';
import { privacy } from './commands/privacy.ts';
import { resealSecrets } from './commands/reseal.ts';
import { restore } from './commands/restore.ts';
import { sandboxCommands } from './commands/sandbox.ts';
import { seed } from './commands/seed.ts';
import { defaultPort, serve } from './commands/serve.ts';
import { settingsCommands } from './commands/settings.ts';
import { explainStartFailure } from './startup.ts';

const name = 'support-server';

export const commands: Readonly<Record<string, Command>> = {
  serve,
  doctor,
  conformance,
  prepare,
  migrate: migrateTables,
  backup,
  restore,
  reseal: resealSecrets,
  ...accountCommands,
  ...closingCommands,
  ...keyCommands,
  ...settingsCommands,
  ...identityCommands,
  ...agentCommands,
  ...auditCommands,
  ...sandboxCommands,
  seed,
  'kb import': kbImport,
  privacy,
  jobs,
};

/**
 * Runs `support-server <command>`. It prints a known failure as one sentence, with exit code 1, or
 * 2 for wrong arguments. Other errors are thrown.
 */
export async function runProgram(args: readonly string[]): Promise<void> {
  const [first = '--help', second] = args;
  const called = [`${first} ${second}`, first].find((one) => one in commands) ?? '';
  const command = commands[called];
  if (command === undefined) {
    if (isHelp(first)) return print(...overview());
    if (isHelp(second) && subcommandsOf(first).length > 0) return print(...groupHelpOf(first));
    printError(nextStepAfter(first, second));
    process.exitCode = 2;
    return;
  }
  const rest = args.slice(called.split(' ').length);
  if (rest.includes('--help') || rest.includes('-h')) return print(...helpOf(called, command));
  try {
    await command.run(rest);
  } catch (error) {
    const port = Number(process.env.PORT || defaultPort);
    const sentence = explainStartFailure(error, port);
    if (sentence === undefined) throw error;
    const isWrong = error instanceof Error && 'option' in error && error.option === 'arguments';
    printError(sentence, ...(isWrong ? [usageOf(called, command)] : []));
    process.exitCode = isWrong ? 2 : 1;
  }
}

const isHelp = (argument = '') => /^(-h|--help|help)$/.test(argument);

/** Returns the second words of the commands that begin with a word, such as `create` of `keys`. */
function subcommandsOf(first: string): string[] {
  return Object.keys(commands).flatMap((called) => {
    const [group, part] = called.split(' ');
    return group === first && part !== undefined ? [part] : [];
  });
}

/** Suggests a command for an unknown name. */
function nextStepAfter(first: string, second: string | undefined): string {
  const parts = subcommandsOf(first);
  if (parts.length === 0)
    return `There is no command "${first}". To list all commands, run ${name} --help`;
  const problem =
    second === undefined
      ? `"${first}" needs a subcommand.`
      : `There is no command "${first} ${second}".`;
  return `${problem} Usage: ${name} ${first} ${parts.join('|')}`;
}

function usageOf(called: string, { usage }: Command): string {
  return `Usage: ${name} ${called} ${usage}`.trimEnd();
}

function helpOf(called: string, command: Command): string[] {
  const { summary, details } = command;
  return [usageOf(called, command), '', summary, ...(details === undefined ? [] : [details])];
}

function summariesOf(shown: readonly [called: string, command: Command][]): string[] {
  return shown.map(([called, { summary }]) => `  ${called.padEnd(18)}${summary}`);
}

function groupHelpOf(group: string): string[] {
  const shown = Object.entries(commands).filter(([called]) => called.startsWith(`${group} `));
  return [
    `Usage: ${name} ${group} ${subcommandsOf(group).join('|')}`,
    '',
    ...summariesOf(shown),
    '',
    `${name} ${group} <subcommand> --help describes one.`,
  ];
}

function overview(): string[] {
  return [
    `Usage: ${name} <command>`,
    '',
    ...summariesOf(Object.entries(commands)),
    '',
    `${name} <command> --help describes a command. The server reads its settings from environment variables.`,
  ];
}
