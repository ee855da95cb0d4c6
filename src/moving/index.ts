export { beacon } from './beacon.ts';
export { type Chatwoot, chatwoot } from './chatwoot.ts';
export { crisp } from './crisp.ts';
export { intercom } from './intercom.ts';
export { type Feedback, type FeedbackForm, sentryFeedback } from './sentry.ts';
export { zendesk } from './zendesk.ts';
