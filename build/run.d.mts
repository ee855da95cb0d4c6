/** Runs a command; a variable that is `undefined` in `env` is taken out of the environment. */
export function run(
  command: string,
  args: readonly string[],
  env?: Record<string, string | undefined>,
  cwd?: string,
): Promise<{ code: number; output: string }>;
