import type { DeskFileRef } from '../../ask/desk.ts';

const uuid = String.raw`[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}`;
const mark = new RegExp(`^<!-- support-request: (${uuid}) -->`);

/** Returns a text with our id, which readers do not see. */
export const withMark = (id: string, text: string) => `<!-- support-request: ${id} -->\n\n${text}`;

/** Returns our id at the beginning of a text. */
export const ownMark = (text: string | null | undefined) => mark.exec(text ?? '')?.[1];

/**
 * Returns a text of the customer without effects on GitHub: it mentions no user, refers to no other
 * issue, and hides nothing.
 */
export function withoutEffects(text: string): string {
  return text
    .replaceAll('<!--', '&lt;!--')
    .replaceAll(/(?<![\w.+-])@(?=[\w-])/g, '@<!-- -->')
    .replaceAll(/#(?=\d)/g, '#<!-- -->');
}

/**
 * Separates a text from the files in it, which are Markdown links, pictures as HTML, or addresses on a
 * line of their own. In private repositories only the HTML of the text has signed addresses of
 * pictures. `web`: the address of the website.
 */
export function separateFiles(
  body: string,
  html: string,
  web: string,
): { text: string; files: DeskFileRef[] } {
  const files: DeskFileRef[] = [];
  const prefix = `${web}/user-attachments/`;
  const take = (url: string, name: string): string => {
    const signed = signedAddress(html, url);
    const [, extension] = /\.(\w{2,5})(?:\?|$)/.exec(signed ?? '') ?? [];
    const isBare = extension !== undefined && !name.endsWith(`.${extension}`);
    const named = name || 'file';
    files.push({
      name: isBare ? `${named}.${extension}` : named,
      url: signed ?? url,
      size: undefined,
    });
    return '';
  };
  const text = body
    .replaceAll(/<img\s([^>]*)>/gi, (whole, attributes: string) => {
      const url = attributeIn(attributes, 'src');
      return url.startsWith(prefix) ? take(url, attributeIn(attributes, 'alt')) : whole;
    })
    .replaceAll(
      /(!?)\[([^\]]*)\]\((\S+?)\)/g,
      (whole, picture: string, name: string, url: string) => {
        if (!url.startsWith(prefix)) return whole;
        take(url, name);
        return picture === '' ? name : '';
      },
    )
    .replaceAll(/^https?:\/\/\S+$/gm, (url) => (url.startsWith(prefix) ? take(url, '') : url));
  return { text: text.replaceAll('\r\n', '\n').trim(), files };
}

function attributeIn(attributes: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(attributes)?.[1] ?? '';
}

/** Returns the signed address of a picture. It contains the id of the picture. */
function signedAddress(html: string, url: string): string | undefined {
  const id = new RegExp(`/assets/(${uuid})$`).exec(url)?.[1];
  if (id === undefined) return undefined;
  const addresses = html.match(/https?:\/\/[^"\s]+/g) ?? [];
  const signed = addresses.find((one) => one.includes(id) && one.includes('jwt='));
  return signed?.replaceAll('&amp;', '&');
}
