import { after } from 'next/server';
import { support } from '../../support';

const response = (request: Request) =>
  support.fetch(request, {
    address: request.headers.get('X-Real-IP'),
    waitUntil: (work) => after(work),
  });

export {
  response as DELETE,
  response as GET,
  response as HEAD,
  response as OPTIONS,
  response as PATCH,
  response as POST,
  response as PUT,
};
