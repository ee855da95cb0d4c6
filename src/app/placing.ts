import { elementPrefix } from '../brand.ts';
import type { SupportContext } from '../core/context.ts';
import { warnOnce } from '../core/debug.ts';
import { endAll } from '../core/endAll.ts';
import { explain, isKnownName } from '../core/explain.ts';
import { type Features, featureOf } from '../core/features.ts';
import { own } from '../core/own.ts';
import type { Shell } from '../shell/shell.ts';
import type { PlacedName, Support } from '../support.ts';
import type { PlacedOptions, PlacedWidget } from '../widgets/define.ts';
import { placed } from '../widgets/placed.ts';

export interface Placing extends Pick<Support, 'place' | 'attachSuggestions'> {
  /** Removes the widgets, and the elements that we added. */
  destroy(): void;
}

/** Places widgets in elements of the page while no flag hides them. */
export function createPlacing(context: SupportContext, shell: Shell, features: Features): Placing {
  const ends = new Set<() => void>();

  function keep(end: () => void): () => void {
    const endOnce = () => {
      if (ends.delete(endOnce)) end();
    };
    ends.add(endOnce);
    return endOnce;
  }

  function draw(widget: PlacedWidget, element: HTMLElement, options: PlacedOptions): () => void {
    if (!shell.isDrawable) return () => {};
    let remove = () => {};
    let isRemoved = false;
    Promise.all([
      widget.load(context).catch(() => widget.load(context)),
      import('../shell/placedWidget.ts'),
    ])
      .then(([render, { placeWidget }]) => {
        if (!isRemoved) remove = placeWidget(element, render, context, options, shell.follow);
      })
      .catch((cause) => {
        if (!isRemoved) warnOnce('A placed widget did not load.', cause);
      });
    return () => {
      isRemoved = true;
      endAll([remove]);
    };
  }

  function place(name: PlacedName, element: HTMLElement, options?: PlacedOptions): () => void {
    const isPlaceable =
      isKnownName('widget', Object.keys(featureOf), name) && isElement(element, `place("${name}")`);
    if (!isPlaceable) return () => {};
    const ownOptions: PlacedOptions = own({ ...options });
    const { trigger } = ownOptions;
    if (trigger && !isElement(trigger, `The trigger of "${name}"`)) delete ownOptions.trigger;
    return keep(
      features.whileShown(featureOf[name], () => draw(placed[name], element, ownOptions)),
    );
  }

  return {
    place,
    attachSuggestions(field) {
      if (!context.articles || !isElement(field, 'attachSuggestions')) return () => {};
      const element = document.createElement(`${elementPrefix}-suggestions`);
      document.body.append(element);
      const stop = place('suggestions', element, { trigger: field });
      return keep(() => {
        stop();
        element.remove();
      });
    },
    destroy: () => endAll([...ends]),
  };
}

/** Elements of another frame have different classes, so `instanceof` does not work. */
function isElement(value: unknown, what: string): boolean {
  if (Object(value).nodeType === 1) return true;
  explain(({ noElement }) => noElement(what, value));
  return false;
}
