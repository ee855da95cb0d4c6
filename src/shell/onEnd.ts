import type { Launcher } from './launcher.ts';

/** Runs `work` when the launcher is destroyed, before it is removed. */
export function onEnd(launcher: Launcher, work: () => void): void {
  const { destroy } = launcher;
  launcher.destroy = () => {
    try {
      work();
    } finally {
      destroy();
    }
  };
}
