/** The features that a flag can show or hide. */
export const featureNames = [
  'supportButton',
  'helpCenter',
  'kbSuggestions',
  'integrationStatus',
] as const;
export type Feature = (typeof featureNames)[number];
