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
 * Returns the picture or video without metadata of cameras and programs: location, time, device,
 * author and previews. Color profile, orientation and all pixels stay. Other files are copied
 * unchanged. The result no longer depends on the file.
 *
 * @throws RangeError for a damaged picture
 */
export async function withoutMetadata(file: Blob, type: string): Promise<Blob> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return new Blob(cleaners[type]?.(bytes) ?? [bytes], { type });
}
