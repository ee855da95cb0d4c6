import type { SupportConfig } from '../config.ts';
import { featureNames } from '../core/featureNames.ts';
import type { Flag } from '../core/features.ts';
import { noTarget } from '../core/mistakes.ts';
import { type Finding, sentences } from './findings.ts';

/** Returns a finding for each feature that a flag hides from this visitor. */
export function findHiddenFeatures({ flags = {}, posthog }: SupportConfig): Finding[] {
  const source = typeof posthog === 'function' ? posthog() : posthog;
  const isEnabled = (key: string) =>
    source && 'isFeatureEnabled' in source
      ? source.isFeatureEnabled?.(key, { send_event: false })
      : undefined;
  return featureNames.flatMap((feature) => {
    const flag: Flag | undefined = flags[feature];
    if (flag === undefined) return [];
    const { key, default: isDefault = true } = typeof flag === 'string' ? { key: flag } : flag;
    if (isEnabled(key) ?? isDefault) return [];
    return [{ code: 'flag_off' as const, message: sentences.flag_off(feature, key) }];
  });
}

/** Elements that a page can place. */
export const tags = [
  'penguin-help-center',
  'penguin-support-button',
  'penguin-kb-suggestions',
  'penguin-status-badge',
  'penguin-status-summary',
] as const;

/**
 * Returns elements of the widget that render nothing, because they are not defined or have no
 * instance.
 */
export function findEmptyElements(): Finding[] {
  return tags.flatMap((tag) => {
    const elements = [...document.querySelectorAll(tag)];
    if (elements.length === 0) return [];
    if (!customElements.get(tag)) return [empty(sentences.not_defined(tag))];
    return elements.flatMap((element) => {
      const id = element.getAttribute('for');
      if (id === null || document.getElementById(id)) return [];
      return [empty(noTarget(id, tag))];
    });
  });
}

const empty = (message: string): Finding => ({ code: 'container_missing', message });
