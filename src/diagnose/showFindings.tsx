// Views follow the signals that they read.
import '@preact/signals';
import { render } from 'preact';
import { elementPrefix } from '../brand.ts';
import type { SupportConfig } from '../config.ts';
import { noButton, noOptions } from '../core/mistakes.ts';
import type { Launcher } from '../shell/launcher.ts';
import { adoptCss, canAdopt } from '../ui/stylesheets.ts';
import { root as rootClass } from '../ui/theme/root.css.ts';
import { tags } from './diagnosePage.ts';
import { type Diagnosis, Findings } from './Findings.tsx';
import type { Finding } from './findings.ts';
import { diagnose } from './index.ts';

/** Milliseconds in which the elements of the page should be defined: their code may still be loading. */
const definitionTimeoutMs = 3_000;

/**
 * Shows on the page what `diagnose` finds, until the developer closes it or the widget is destroyed. `launcher`
 * is missing where the widget could not start: `cause` is the reason, or it has no options.
 */
export function showFindings(config: SupportConfig, launcher?: Launcher, cause?: unknown): void {
  const host = document.createElement(`${elementPrefix}-debug`);
  const root = host.attachShadow({ mode: 'open' });
  if (!canAdopt(root)) return;
  const release = adoptCss(root);
  const box = document.createElement('div');
  box.className = rootClass;
  root.append(box);
  host.dataset.debug = '';
  host.dataset.theme = launcher?.host.dataset.theme ?? 'light';
  document.body.append(host);
  if ('popover' in host) {
    host.popover = 'manual';
    host.showPopover();
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    clearTimeout(timer);
    changes.disconnect();
    render(null, box);
    release();
    host.remove();
  };
  const draw = (diagnosis: Diagnosis) => {
    if (host.isConnected) {
      render(<Findings diagnosis={diagnosis} onCheck={check} onClose={end} />, box);
    }
  };
  function check(): void {
    draw({ name: 'checking' });
    const isTooLate = new Promise((resolve) => {
      timer = setTimeout(resolve, definitionTimeoutMs);
    });
    const checked = Promise.race([elementsDefined(), isTooLate]).then(() => {
      clearTimeout(timer);
      return diagnose(config);
    });
    checked.then(
      (found) => draw({ name: 'checked', findings: [...startFindings(), ...found] }),
      (error) => draw({ name: 'failed', reason: String(error) }),
    );
  }
  function startFindings(): Finding[] {
    if (launcher) return [];
    return [{ code: 'not_started', message: cause === undefined ? noOptions() : noButton }];
  }
  const changes = new MutationObserver(() => {
    if (launcher && !launcher.attach) end();
  });
  changes.observe(document, { childList: true, subtree: true });
  check();
}

/** Resolves once every widget that the page has placed is defined. */
async function elementsDefined(): Promise<void> {
  const placed = tags.filter((tag) => document.querySelector(tag));
  await Promise.all(placed.map((tag) => customElements.whenDefined(tag)));
}
