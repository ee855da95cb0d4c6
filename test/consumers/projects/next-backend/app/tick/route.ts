import { support } from '../support';

/** To be called every minute by a scheduler that knows the secret. */
export async function GET(request: Request): Promise<Response> {
  if (request.headers.get('Authorization') !== `Bearer ${process.env.CRON_SECRET}`)
    return new Response('Not for you.', { status: 401 });
  await support.tick();
  return new Response('Done.');
}
