import type { Observer } from './tracking.ts';

/** One component that is drawn: what it has read, and its hooks. */
export interface Drawn {
  readonly reader: Observer;
  readonly hooks: Hook[];
  /** Effects to run once the elements are in place, and those that wait until they are painted. */
  readonly layouts: Hook[];
  readonly effects: Hook[];
  /** Draws it again in a moment, though nothing that it has read has changed. */
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

/** Calls the function of a component, whose hooks belong to `component`. */
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

/** Whether the hook runs again. Notes the dependencies. */
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

/** Calls what the latest drawing has passed. */
export function useLatest(run: () => unknown): () => unknown {
  const [hook] = useHook();
  hook.run = run;
  return () => hook.run?.();
}

/** Runs the effects that wait in the list. */
export function runEffects(list: Hook[]): void {
  const hooks = list.splice(0);
  hooks.forEach(cleanUp);
  for (const hook of hooks) {
    attempt(() => {
      hook.cleanUp = hook.run?.();
    });
  }
}

/** Longest wait for a frame: a page in the background paints none. */
const maxFrameMs = 35;

const unpainted = new Set<Drawn>();

/** Runs the effects of the component once the browser has painted it. */
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

/** Ends what an effect has started. */
export function cleanUp(hook: Hook): void {
  const { cleanUp: end } = hook;
  hook.cleanUp = undefined;
  if (typeof end === 'function') attempt(() => end());
}

/** Runs something whose error must stop nothing else. The page's console shows the error. */
export function attempt(run: () => void): void {
  try {
    run();
  } catch (error) {
    setTimeout(() => {
      throw error;
    });
  }
}
