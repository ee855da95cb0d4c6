import * as css from './StatusGlyph.css.ts';
import { tone as tones } from './status.css.ts';

const lines = {
  key: 'M11.5 12a4.5 4.5 0 1 1-9 0 4.5 4.5 0 1 1 9 0M11.5 12H22v4.5M17 12v3.5',
  cross: 'M18 6 6 18M6 6l12 12',
  wrench:
    'M14.7 6.3a1 1 0 0 0 0 1.4l1.6 1.6a1 1 0 0 0 1.4 0l3.106-3.105c.32-.322.863-.22.983.218a6 6 0 0 1-8.259 7.057l-7.91 7.91a1 1 0 0 1-2.999-3l7.91-7.91a6 6 0 0 1 7.057-8.259c.438.12.54.662.219.984z',
  turn: 'M21 12a9 9 0 1 1-6.219-8.56',
  tick: 'M20 6 9 17l-5-5',
  dash: 'M5 12h14',
  question: 'M9.09 9a3 3 0 0 1 5.83 1c0 2-3 3-3 3M12 18h.01',
};
const triangle =
  'M6.27 1.99a2 2 0 0 1 3.46 0l5.25 9.2a2 2 0 0 1-1.73 2.99H2.75a2 2 0 0 1-1.73-2.99z';

export interface StatusLook {
  tone: keyof typeof tones;
  shape: keyof typeof lines | 'triangle';
}

type StatusGlyphProps = StatusLook & { size?: keyof typeof css.size };

/**
 * The symbol of a state. Its name must be in a text beside it, or in the name of the element that
 * contains it.
 */
export function StatusGlyph({ tone, shape, size = 16 }: StatusGlyphProps) {
  const place = `${css.glyph} ${css.size[size]} ${tones[tone]}`;
  return shape === 'triangle' ? (
    <span class={`${place} ${css.bare}`}>
      <svg aria-hidden="true" class={css.whole} viewBox="0 0 16 16">
        <path d={triangle} stroke="none" />
        <path d="M8 5.6v3.2M8 11.3h.01" />
      </svg>
    </span>
  ) : (
    <span class={place}>
      <svg
        aria-hidden="true"
        class={`${css.line} ${shape === 'turn' ? css.turning : ''}`}
        viewBox="0 0 24 24"
      >
        <path d={lines[shape]} />
      </svg>
    </span>
  );
}

/** Symbol and name on a soft background. */
export function StatusPill({ look, children }: { look: StatusLook; children: string }) {
  return (
    <span class={`${css.pill} ${tones[look.tone]}`}>
      <StatusGlyph {...look} size={14} />
      {children}
    </span>
  );
}

/** Name and symbol at the end of a line. */
export function StatusWord({ look, children }: { look: StatusLook; children: string }) {
  return (
    <span class={`${css.word} ${tones[look.tone]}`}>
      {children}
      <StatusGlyph {...look} />
    </span>
  );
}
