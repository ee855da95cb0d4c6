import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * A part of a screen that comes after the rest stands. What does not come is asked for once more,
 * and anew with the next screen.
 */
export function lazyView<Props extends object>(bring: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | null = null;
  return function LazyView(props: Props) {
    const view = useSignal(loaded);
    useEffect(() => {
      if (view.peek()) return;
      bring()
        .catch(bring)
        .then(
          (come) => {
            loaded = come;
            view.value = come;
          },
          () => {},
        );
    }, []);
    const View = view.value;
    return View && <View {...props} />;
  };
}
