import { File, Film, Image } from 'lucide';
import type { IconNode } from './Icon.tsx';

/** By media type: pictures, videos, and all others. */
export function fileIcon(type: string): IconNode {
  if (type.startsWith('image/')) return Image;
  return type.startsWith('video/') ? Film : File;
}
