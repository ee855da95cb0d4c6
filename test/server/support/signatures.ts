/** The responses to a webhook whose signature is missing or wrong. */
export const missingSignature =
  'Missing signature. Set the signing secret of the webhook at the sender.';
export const invalidSignature =
  'Invalid signature. Enter the current signing secret of the webhook in the integration.';
