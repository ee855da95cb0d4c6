import { Star } from 'lucide';
import { Icon } from './Icon.tsx';
import * as css from './Rating.css.ts';

interface RatingProps {
  label: string;
  /** The label of each score, from the lowest; one per star. */
  words: readonly string[];
  /** 0: not rated yet. */
  score: number;
  onChange: (score: number) => void;
}

/** Stars as a group of radio buttons. Arrow keys choose a score, and its label is shown as text. */
export function Rating({ label, words, score, onChange }: RatingProps) {
  return (
    <fieldset class={css.group}>
      <legend class={css.legend}>{label}</legend>
      <div class={css.stars}>
        {words.map((word, index) => (
          <label key={word} class={css.star} data-on={index < score}>
            <input
              class={css.input}
              type="radio"
              name="rating"
              aria-label={word}
              checked={index + 1 === score}
              onChange={() => onChange(index + 1)}
            />
            <Icon of={Star} size={20} />
          </label>
        ))}
      </div>
      <p class={css.word} aria-hidden="true">
        {words[score - 1] ?? '\u00a0'}
      </p>
    </fieldset>
  );
}
