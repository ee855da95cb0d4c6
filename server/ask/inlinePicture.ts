import type { MailFile } from './inboundMail.ts';

/** Maximum number of inline pictures of one mail that are stored. */
const maxPictures = 20;

/**
 * Returns the text for a picture: the character for emoji that mail programs draw, otherwise an
 * empty string. A picture inside the HTML is added to `pictures`.
 */
export function pictureOf(
  { src = '', alt = '' }: Readonly<Record<string, string>>,
  pictures: MailFile[],
): string {
  const isData = /^data:image\/([\w.+-]{1,20});base64,/i.exec(src.slice(0, 64));
  if (isData !== null && pictures.length < maxPictures) {
    const [head, type = 'png'] = isData;
    const name = `picture-${pictures.length + 1}.${type.toLowerCase().replace('jpeg', 'jpg')}`;
    const content = Buffer.from(src.slice(head.length), 'base64');
    pictures.push({ name, content, isInline: true });
  }
  return alt.length <= 8 && /\p{Extended_Pictographic}/u.test(alt) ? alt : '';
}
