import { elementPrefix } from '../brand.ts';
import { endAll } from '../core/endAll.ts';
import { explain, isKnownName } from '../core/explain.ts';
import { own } from '../core/own.ts';
import { type Parts, partOf } from '../core/parts.ts';
import type { Shell } from '../shell/shell.ts';
import type { PlacedName, Support } from '../support.ts';
import type { PlacedOptions } from '../widgets/define.ts';
import { placed } from '../widgets/placed.ts';

interface Placing extends Pick<Support, 'place' | 'attachSuggestions'> {
  /** Takes away the elements that are not the page's own. */
  destroy(): void;
}

/** Widgets in elements of the page, as long as no flag hides them. */
export function createPlacing(shell: Shell, parts: Parts, hasArticles: boolean): Placing {
  const attached = new Set<() => void>();

  function place(name: PlacedName, element: HTMLElement, options?: PlacedOptions): () => void {
    const isPlaceable =
      isKnownName('widget', Object.keys(partOf), name) && isElement(element, `place("${name}")`);
    if (!isPlaceable) return () => {};
    const given: PlacedOptions = own({ ...options });
    const { trigger } = given;
    if (trigger && !isElement(trigger, `The trigger of "${name}"`)) delete given.trigger;
    return parts.whileShown(partOf[name], () => shell.place(placed[name], element, given));
  }

  return {
    place,
    attachSuggestions(field) {
      if (!hasArticles || !isElement(field, 'attachSuggestions')) return () => {};
      const element = document.createElement(`${elementPrefix}-suggestions`);
      document.body.append(element);
      const stop = place('suggestions', element, { trigger: field });
      const end = () => {
        stop();
        element.remove();
        attached.delete(end);
      };
      attached.add(end);
      return end;
    },
    destroy: () => endAll(attached),
  };
}

/** Elements of another frame have other classes, so `instanceof` does not work. */
function isElement(value: unknown, what: string): boolean {
  if (Object(value).nodeType === 1) return true;
  explain(({ noElement }) => noElement(what, value));
  return false;
}
