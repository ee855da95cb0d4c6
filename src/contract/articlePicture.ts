/** Bytes that a picture of an article may have. */
export const pictureBytes = 10 * 1024 * 1024;

/** Types of pictures of articles, by their content. */
export const pictureTypes: readonly string[] = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
];
