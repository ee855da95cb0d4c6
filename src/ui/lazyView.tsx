import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * Creates a part of a screen that loads after the rest is shown. If its chunk fails to load, it is
 * retried once, and again with the network or the next screen. `Before` is shown in its place until then.
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
      const show = () => {
        load().then(
          (View) => {
            view.value = View;
          },
          () => {},
        );
      };
      show();
      addEventListener('online', show);
      return () => removeEventListener('online', show);
    }, []);
    const View = view.value ?? Before;
    return View && <View {...props} />;
  }
  /** Preloads the part, so that it is available without a network. */
  LazyView.preload = () => load().catch(() => {});
  return LazyView;
}
