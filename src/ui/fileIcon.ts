import { File, Film, Image } from 'lucide';
import type { IconNode } from './Icon.tsx';

/** Returns the icon of a media type: images, videos, and all others. */
export function fileIcon(type: string): IconNode {
  if (type.startsWith('image/')) return Image;
  return type.startsWith('video/') ? Film : File;
}
