import { after } from 'next/server';
import { support } from '../../support';

const answer = (request: Request) =>
  support.fetch(request, {
    address: request.headers.get('X-Real-IP'),
    waitUntil: (work) => after(work),
  });

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
