import { Copy } from 'lucide';
import * as css from './CopyCard.css.ts';
import { IconButton } from './IconButton.tsx';
import { useCopy } from './useCopy.ts';

interface CopyCardProps {
  label: string;
  value: string;
  copyLabel: string;
  /** Announced after copying. */
  copiedText: string;
}

/** A number or address that can be copied with one press, or selected manually. */
export function CopyCard({ label, value, copyLabel, copiedText }: CopyCardProps) {
  const { copied, copy } = useCopy();
  return (
    <div class={css.card}>
      <span class={css.words}>
        <span class={css.label}>{label}</span>
        <bdi class={css.value}>{value}</bdi>
      </span>
      <span class={css.note} role="status">
        {copied && copiedText}
      </span>
      <IconButton icon={Copy} label={copyLabel} onPress={() => copy(value)} />
    </div>
  );
}
