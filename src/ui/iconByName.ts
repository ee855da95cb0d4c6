import { BookOpen, CircleHelp, CirclePlay, Layers, LifeBuoy, SquareLibrary } from 'lucide';
import type { IconNode } from './Icon.tsx';

/** Names that a help link may carry in `icon`. */
const icons: Record<string, IconNode> = {
  BookOpenIcon: BookOpen,
  SupportIcon: LifeBuoy,
  PlayIcon: CirclePlay,
  GlossaryIcon: SquareLibrary,
  ServiceIcon: Layers,
};

/** A name that is not known gets a neutral icon. */
export function iconByName(name: string): IconNode {
  return Object.hasOwn(icons, name) ? (icons[name] ?? CircleHelp) : CircleHelp;
}
