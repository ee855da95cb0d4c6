import { BookOpen, CircleHelp, CirclePlay, Layers, LifeBuoy, SquareLibrary } from 'lucide';
import type { IconNode } from './Icon.tsx';

/** Names that the property `icon` of a help link can have. */
const icons: Record<string, IconNode> = {
  BookOpenIcon: BookOpen,
  SupportIcon: LifeBuoy,
  PlayIcon: CirclePlay,
  GlossaryIcon: SquareLibrary,
  ServiceIcon: Layers,
};

/** Returns an icon. An unknown name gets a neutral icon. */
export function iconByName(name: string): IconNode {
  return Object.hasOwn(icons, name) ? (icons[name] ?? CircleHelp) : CircleHelp;
}
