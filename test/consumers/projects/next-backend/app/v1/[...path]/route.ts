import { after } from 'next/server';
import { support } from '../../support';

const handle = (request: Request) =>
  support.fetch(request, {
    address: request.headers.get('X-Real-IP'),
    waitUntil: (work) => after(work),
  });

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
};
