import { support } from '../support';

const secret = process.env.CRON_SECRET;

export async function GET(request: Request): Promise<Response> {
  if (!secret || request.headers.get('Authorization') !== `Bearer ${secret}`)
    return new Response('Unauthorized', { status: 401 });
  await support.tick();
  return new Response('Done');
}
