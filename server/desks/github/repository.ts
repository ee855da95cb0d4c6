import * as z from 'zod/mini';
import { DeskSetupError } from '../../ask/desk.ts';
import type { GithubClient, GithubCredentials } from './request.ts';

const Repository = z.object({ full_name: z.string(), private: z.boolean() });

export interface OpenRepository {
  name: string;
  isPublic: boolean;
}

/** Reads the name of a repository as GitHub writes it, and who can read it. */
export async function readRepository(
  request: GithubClient,
  repository: string,
): Promise<OpenRepository> {
  const found = await request(`repos/${repository}`, { expects: Repository });
  return { name: found.full_name, isPublic: !found.private };
}

/**
 * Reads the repository of an account. It is read before each message, because it can become public at
 * any time, with all its issues.
 * @throws DeskSetupError if everyone could read the requests, and the account did not agree
 */
export async function openRepository(
  request: GithubClient,
  { repository, public_repository }: GithubCredentials,
): Promise<OpenRepository> {
  if (repository === undefined) throw new DeskSetupError(missingProblem);
  const found = await readRepository(request, repository);
  if (found.isPublic && public_repository !== 'allowed') {
    throw new DeskSetupError(publicProblem(found.name));
  }
  return found;
}

const missingProblem =
  'The repository for the issues is missing. Enter the credentials of the integration with "repository", such as "acme/support": waiting requests are then sent.';

function publicProblem(name: string): string {
  return `The repository ${name} is public, so everyone could read the requests. Make it private, or enter the credentials of the integration with "public_repository": "allowed". Then enter the credentials again: waiting requests are then sent.`;
}
