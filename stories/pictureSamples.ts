import type { Attachment } from '../src/contract/attachment.ts';
import type { Message } from '../src/contract/message.ts';

const picture = (name: string, url: string): Attachment => ({
  id: name,
  name,
  type: 'image/png',
  size: 240_000,
  url,
});

export const widePicture = picture(
  'import-stops.png',
  new URL('../docs/images/form.png', import.meta.url).href,
);
export const tallPicture = picture(
  'the-import-settings-of-our-account-on-a-phone.png',
  new URL('../docs/images/phone.png', import.meta.url).href,
);
/** A picture without a host that answers. */
export const brokenPicture = picture('deleted.png', 'https://pictures.invalid/deleted.png');

/** The messages of the first request of `samples.ts`, with a reply that has these files. */
export function messagesWith(...attachments: Attachment[]): Record<string, Message[]> {
  const reply: Message = {
    id: 'message-pictures',
    position: 2,
    author: 'agent',
    author_name: 'Marta Klein',
    body: 'Is this what you see?',
    attachments,
    change: null,
    created_at: new Date().toISOString(),
  };
  return { 'ticket-1042': [reply] };
}
