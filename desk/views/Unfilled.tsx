import { Button } from '../../src/ui/Button.tsx';
import type { Unfilled as Left } from '../model/variables.ts';
import * as css from './writing.css.ts';

interface UnfilledProps {
  left: readonly Left[];
  /** The agent has pressed Send. */
  isAsked: boolean;
  onSelect: (one: Left) => void;
  onSendAnyway: () => void;
}

/** Highlights the variables of a draft that have no value, before and when it is sent. */
export function Unfilled({ left, isAsked, onSelect, onSendAnyway }: UnfilledProps) {
  if (left.length === 0) return null;
  return (
    <div class={css.unfilled} role={isAsked ? 'alert' : undefined}>
      {isAsked ? 'Not sent. Replace the variables that have no value:' : 'No value for:'}
      {left.map((one) => (
        <Button key={one.from} variant="link" size="small" onPress={() => onSelect(one)}>
          {one.text}
        </Button>
      ))}
      {isAsked && (
        <Button size="small" onPress={onSendAnyway}>
          Send anyway
        </Button>
      )}
    </div>
  );
}
