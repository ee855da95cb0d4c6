import { cleanBoxes } from './boxes.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';
import { cleanWebp } from './webp.ts';

const cleaners: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array<ArrayBuffer>[]>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
  'image/heic': cleanBoxes,
  'image/avif': cleanBoxes,
  'video/mp4': cleanBoxes,
  'video/quicktime': cleanBoxes,
};

/**
 * The picture or video without what cameras and programs write beside the pixels: place, time, device,
 * author, previews. Color profile and orientation stay, and so does every pixel. The content of other
 * files stays as it is. The result no longer depends on the file.
 *
 * @throws RangeError for a picture that is broken
 */
export async function withoutMetadata(file: Blob, type: string): Promise<Blob> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return new Blob(cleaners[type]?.(bytes) ?? [bytes], { type });
}
