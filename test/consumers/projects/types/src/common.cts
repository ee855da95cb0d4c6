import support = require('@penguinmails/support-widget');

export const version: string = support.version;
