import { liveBesideDialogs } from './hostDialogs.ts';
import { keepAttached } from './keepAttached.ts';
import type { Launcher } from './launcher.ts';

/** Keeps button and panel usable on a page that replaces its body, or shows dialogs. Ends with the launcher. */
export function liveOnPage(launcher: Launcher, restart: () => void): void {
  keepAttached(launcher, restart);
  liveBesideDialogs(launcher);
}
