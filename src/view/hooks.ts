import type { Observer } from './tracking.ts';

/** A rendered component, with the signals that it has read and its hooks. */
export interface Drawn {
  readonly reader: Observer;
  readonly hooks: Hook[];
  /** Layout effects, which run when the elements are in place, and effects that run after paint. */
  readonly layouts: Hook[];
  readonly effects: Hook[];
  /** Renders it again soon, even if no signal that it has read has changed. */
  redraw(): void;
}

type Dependencies = readonly unknown[] | undefined;

interface Hook {
  value?: unknown;
  change?: (next: unknown) => void;
  dependencies?: Dependencies;
  run?: () => unknown;
  cleanUp?: unknown;
}

let current: Drawn | undefined;
let next = 0;

/** Calls the function of a component. Its hooks belong to `component`. */
export function drawWith<T>(component: Drawn, draw: () => T): T {
  const outer = [current, next] as const;
  current = component;
  next = 0;
  try {
    return component.reader.track(draw);
  } finally {
    [current, next] = outer;
  }
}

function useHook(): [Hook, Drawn] {
  if (!current) throw new Error('No component is drawn.');
  const hook = current.hooks[next] ?? {};
  current.hooks[next++] = hook;
  return [hook, current];
}

/** Returns whether the hook must run again. Stores the dependencies. */
function isDue(hook: Hook, dependencies: Dependencies): boolean {
  const before = hook.dependencies;
  hook.dependencies = dependencies;
  return !before || !dependencies || dependencies.some((value, at) => value !== before[at]);
}

export function useMemo(make: () => unknown, dependencies?: Dependencies): unknown {
  const [hook] = useHook();
  if (isDue(hook, dependencies)) hook.value = make();
  return hook.value;
}

export const useRef = (first: unknown) => useMemo(() => ({ current: first }), []);

export function useState(first: unknown) {
  const [hook, { redraw }] = useHook();
  if (!hook.change) {
    hook.value = first;
    hook.change = (value) => {
      if (value === hook.value) return;
      hook.value = value;
      redraw();
    };
  }
  return [hook.value, hook.change];
}

export function useLayoutEffect(run: () => unknown, dependencies?: Dependencies): void {
  const [hook, { layouts }] = useHook();
  hook.run = run;
  if (isDue(hook, dependencies)) layouts.push(hook);
}

export function useEffect(run: () => unknown, dependencies?: Dependencies): void {
  const [hook, { effects }] = useHook();
  hook.run = run;
  if (isDue(hook, dependencies)) effects.push(hook);
}

/** Returns a function that calls the function of the latest render. */
export function useLatest(run: () => unknown): () => unknown {
  const [hook] = useHook();
  hook.run = run;
  return () => hook.run?.();
}

/** Runs the effects in the list and clears it. */
export function runEffects(list: Hook[]): void {
  const hooks = list.splice(0);
  hooks.forEach(cleanUp);
  for (const hook of hooks) {
    attempt(() => {
      hook.cleanUp = hook.run?.();
    });
  }
}

/** Maximum wait for a frame, because a page in the background paints none. */
const maxFrameMs = 35;

const unpainted = new Set<Drawn>();

/** Runs the effects of the component after the browser has painted it. */
export function runAfterPaint(drawn: Drawn): void {
  if (unpainted.size === 0) {
    const onFrame = () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      setTimeout(() => {
        const painted = [...unpainted];
        unpainted.clear();
        for (const { effects } of painted) runEffects(effects);
      });
    };
    const timer = setTimeout(onFrame, maxFrameMs);
    const frame = requestAnimationFrame(onFrame);
  }
  unpainted.add(drawn);
}

/** Runs the cleanup of an effect. */
export function cleanUp(hook: Hook): void {
  const { cleanUp: end } = hook;
  hook.cleanUp = undefined;
  if (typeof end === 'function') attempt(() => end());
}

/** Runs a function. An error is shown in the page's console and does not stop anything else. */
export function attempt(run: () => void): void {
  try {
    run();
  } catch (error) {
    setTimeout(() => {
      throw error;
    });
  }
}
