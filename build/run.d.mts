/** Runs a command. A variable that is `undefined` in `env` is removed from the environment. */
export function run(
  command: string,
  args: readonly string[],
  env?: Record<string, string | undefined>,
  cwd?: string,
): Promise<{ code: number; output: string }>;
