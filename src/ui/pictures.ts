/** Image types that browsers display. */
const pictures = /^image\/(png|jpeg|gif|webp|avif)$/;

/** Returns whether browsers display files of a media type as pictures. */
export function isPicture(type: string): boolean {
  return pictures.test(type);
}
