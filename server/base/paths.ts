/** Paths outside of the contract's table, relative to the base URL. */

/** The redirect path of OAuth providers. */
export const callbackPath = 'integrations/{provider}/callback';

/**
 * The path to which providers post events. `{id}`: an integration, or a tenant with one integration
 * of this provider.
 */
export const inboundPath = 'webhooks/{provider}/{id}';
