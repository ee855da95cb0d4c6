import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

/** Milliseconds between two attempts to load a part, because the network may be back. */
const retryMs = 10_000;

/**
 * Creates a part of a screen that loads after the rest is shown. If its chunk fails to load, it is
 * retried until it succeeds. `Before` is shown in its place until then.
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
      let timer: ReturnType<typeof setTimeout> | undefined;
      const attempt = () =>
        load().then(
          (View) => {
            view.value = View;
          },
          () => {
            timer = setTimeout(attempt, retryMs);
          },
        );
      if (!view.peek()) attempt();
      return () => clearTimeout(timer);
    }, []);
    const View = view.value ?? Before;
    return View && <View {...props} />;
  }
  /** Preloads the part, so that it is available without a network. */
  LazyView.preload = () => load().catch(() => {});
  return LazyView;
}
