import { support } from '../support';

export async function GET(request: Request): Promise<Response> {
  if (request.headers.get('Authorization') !== `Bearer ${process.env.CRON_SECRET}`)
    return new Response('Unauthorized', { status: 401 });
  await support.tick();
  return new Response('Done');
}
