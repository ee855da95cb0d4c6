import { tone as tones } from './status.css.ts';
import { tag } from './Tag.css.ts';

export type Tone = keyof typeof tones;

export function Tag({ tone, children }: { tone: Tone; children: string }) {
  return <span class={`${tag} ${tones[tone]}`}>{children}</span>;
}
