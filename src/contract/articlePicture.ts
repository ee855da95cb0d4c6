/** Maximum bytes of a picture in an article. */
export const pictureBytes = 10 * 1024 * 1024;

/** Allowed types of pictures in articles, by content. */
export const pictureTypes: readonly string[] = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
];
