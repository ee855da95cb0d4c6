/** Paths outside of the contract's table, relative to the base URL. */

/** Where OAuth providers send people back to. */
export const callbackPath = 'integrations/{provider}/callback';

/** Where providers post events. `{id}`: the integration, or the tenant that has one of this provider. */
export const inboundPath = 'webhooks/{provider}/{id}';
