import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';
import { cleanWebp } from './webp.ts';

const cleaners: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array<ArrayBuffer>[]>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
};

/**
 * The picture without what cameras and programs write beside the pixels: place, time, device, author,
 * previews. Color profile and orientation stay, and so does every pixel. Other files stay as they are.
 *
 * @throws RangeError for a picture that is broken
 */
export async function withoutMetadata(file: Blob, type: string): Promise<Blob> {
  const clean = cleaners[type];
  if (!clean) return file.slice(0, file.size, type);
  return new Blob(clean(new Uint8Array(await file.arrayBuffer())), { type });
}
