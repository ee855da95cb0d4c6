import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * A part of a screen that loads after the rest is shown. A chunk that fails is requested once more,
 * and again with the next screen. `Before` stands in its place until then.
 */
export function lazyView<Props extends object>(
  importView: () => Promise<ComponentType<Props>>,
  Before?: ComponentType<Props>,
) {
  let loaded: ComponentType<Props> | null = null;
  const load = async () => {
    loaded ??= await importView().catch(importView);
    return loaded;
  };
  function LazyView(props: Props) {
    const view = useSignal(loaded);
    useEffect(() => {
      if (view.peek()) return;
      load().then(
        (View) => {
          view.value = View;
        },
        () => {},
      );
    }, []);
    const View = view.value ?? Before;
    return View && <View {...props} />;
  }
  /** Loads the part ahead, so that it is there without the network. */
  LazyView.preload = () => load().catch(() => {});
  return LazyView;
}
