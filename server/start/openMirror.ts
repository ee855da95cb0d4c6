import { missingPackage } from '../base/missingPackage.ts';
import type { EventMirror } from '../jobs/eventMirror.ts';
import type { PostHogOptions } from '../jobs/posthogOptions.ts';

/** Loads the package only if the mirror is enabled. */
export async function openMirror(
  posthog: PostHogOptions | undefined,
): Promise<EventMirror | undefined> {
  if (posthog === undefined) return undefined;
  const { createPostHogMirror } = await import('../jobs/posthogMirror.ts');
  const { PostHog } = await loadPostHog();
  return createPostHogMirror(posthog, PostHog);
}

/** @throws ConfigurationError if the package is not installed */
export async function checkMirrorPackage(): Promise<void> {
  await loadPostHog();
}

async function loadPostHog() {
  try {
    return await import('posthog-node');
  } catch (error) {
    throw missingPackage('posthog-node', 'POSTHOG_KEY', error);
  }
}
