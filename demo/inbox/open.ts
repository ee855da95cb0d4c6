import { openSession } from '../parts/agentApi.ts';
import { attempt } from '../parts/attempt.ts';

/** The demo signs in everyone who opens it, with a link like that of an invited agent. */
void attempt(async () => {
  const { token } = await openSession();
  location.replace(`/desk/#${token}`);
});
