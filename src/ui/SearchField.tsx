import { Search, X } from 'lucide';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import * as css from './SearchField.css.ts';
import { writtenDirection } from './writtenDirection.ts';

interface SearchFieldProps {
  label: string;
  clearLabel: string;
  value: string;
  /** Id of the listbox, and of its active option. */
  listId: string;
  activeId: string | undefined;
  hasResults: boolean;
  onInput: (value: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * The field of the combobox pattern. The focus stays in it while the arrow keys move through the
 * list.
 */
export function SearchField(props: SearchFieldProps) {
  const { label, clearLabel, value, listId, activeId, hasResults, onInput, onKeyDown } = props;
  return (
    <div class={css.box}>
      <Icon of={Search} />
      <input
        class={css.input}
        part="field"
        type="text"
        // biome-ignore lint/a11y/noRedundantRoles: without a datalist an input is no combobox by itself.
        role="combobox"
        dir={writtenDirection(value)}
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="search"
        aria-label={label}
        placeholder={label}
        aria-expanded={hasResults}
        aria-controls={listId}
        aria-activedescendant={activeId}
        aria-autocomplete="list"
        list={undefined}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {value !== '' && <IconButton icon={X} label={clearLabel} onPress={() => onInput('')} />}
    </div>
  );
}

/** A button that looks like the field and opens it. */
export function SearchButton({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <button
      type="button"
      class={`${css.box} ${css.button}`}
      aria-keyshortcuts="/"
      onClick={onPress}
    >
      <Icon of={Search} />
      {label}
    </button>
  );
}
