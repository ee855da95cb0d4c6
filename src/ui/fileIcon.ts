import { File, Film, Image } from 'lucide';
import type { IconNode } from './Icon.tsx';

/** Returns the icon of a media type. There are icons for images, videos and all other types. */
export function fileIcon(type: string): IconNode {
  if (type.startsWith('image/')) return Image;
  return type.startsWith('video/') ? Film : File;
}
