import { uploadAttachment } from '../../../src/contract/attachment.ts';
import { getConfig } from '../../../src/contract/config.ts';
import { getTicket } from '../../../src/contract/message.ts';
import { createTicket } from '../../../src/contract/ticket.ts';
import { dataOf, expectApiError, headerOf, shown } from '../answer.ts';
import { type CheckGroup, expectSame, expectThat, NotChecked } from '../check.ts';
import { draft, newVisitor } from '../testedBackend.ts';
import { uploadText } from '../upload.ts';

const words = 'Sent by the conformance suite.';
/** Maximum number of bytes that a run sends to reach a limit. */
const maxBytesSent = 32 * 1024 * 1024;

export const attachments: CheckGroup = {
  name: 'attachments',
  checks: [
    {
      name: 'An uploaded file is described by name, type and size',
      advice: 'Find the type in the content; count the received bytes.',
      async run(backend) {
        const response = await uploadText(backend, newVisitor(), words, 'Grüße.txt');
        const { name, size, type } = dataOf(uploadAttachment, response);
        expectSame({ name, size }, { name: 'Grüße.txt', size: words.length }, 'name and size');
        expectThat(type.startsWith('text/plain'), 'the type text/plain', type);
      },
    },
    {
      name: 'A file is downloaded from its address without a key, never shown in the page',
      advice:
        'Make url relative to the base URL; send Content-Disposition: attachment and nosniff.',
      async run(backend) {
        const { url } = dataOf(uploadAttachment, await uploadText(backend, newVisitor(), words));
        expectThat(!/^(\w+:|\/)/.test(url), 'an address relative to the base URL', url);
        const response = await backend.fetch(url);
        expectThat(response.status === 200 && response.text === words, 'the file', shown(response));
        const disposition = headerOf(response, 'Content-Disposition');
        expectThat(disposition.startsWith('attachment'), 'attachment', disposition);
        expectSame(
          headerOf(response, 'X-Content-Type-Options'),
          'nosniff',
          'X-Content-Type-Options',
        );
      },
    },
    {
      name: 'The address of a file cannot be guessed',
      advice: 'Sign addresses, or make them of 128 random bits; return 404 for any other.',
      async run(backend) {
        const { url } = dataOf(uploadAttachment, await uploadText(backend, newVisitor(), words));
        const end = url.at(-1) === 'A' ? 'B' : 'A';
        const response = await backend.fetch(`${url.slice(0, -2)}${end}${end}`);
        expectThat(response.status === 404, 'status 404 for a changed address', shown(response));
      },
    },
    {
      name: 'A file goes with a request, and is there when the conversation is read',
      advice: 'Link the uploaded files to the first entry of the conversation.',
      async run(backend) {
        const me = newVisitor();
        const { id } = dataOf(uploadAttachment, await uploadText(backend, me, words));
        const body = { ...draft, attachments: [id] };
        const ticket = dataOf(createTicket, await backend.call(createTicket, me, { body }));
        const read = await backend.call(getTicket, me, { params: { id: ticket.id } });
        const [first] = dataOf(getTicket, read).messages;
        const ids = first?.attachments.map((file) => file.id);
        expectSame(ids, [id], 'files of the first entry');
      },
    },
    {
      name: 'A file that is larger than the account allows is rejected',
      advice: 'Count the bytes while they arrive; return 422 VALIDATION_ERROR beyond max_bytes.',
      async run(backend) {
        const { attachments: rules } = dataOf(getConfig, await backend.call(getConfig));
        if (rules.max_bytes > maxBytesSent) throw new NotChecked('The limit is beyond 32 MB.');
        const file = new Blob(['x'.repeat(rules.max_bytes + 1)]);
        expectApiError(await uploadText(backend, newVisitor(), file), 'VALIDATION_ERROR');
      },
    },
  ],
};
