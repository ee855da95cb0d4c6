import { tile } from './Tile.css.ts';

/** The first letter of a name, as a replacement for a logo. */
export function Tile({ name }: { name: string }) {
  const [letter = ''] = name.trim();
  return (
    <span class={tile} aria-hidden="true">
      {letter.toLocaleUpperCase()}
    </span>
  );
}
