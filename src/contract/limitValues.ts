export const subject = 200;
export const description = 20_000;
export const email = 254;
export const name = 200;
export const id = 128;
export const category = 64;
export const tier = 64;
export const customField = 2_000;
export const customFields = 50;
export const url = 2_048;
export const contextLine = 500;
/** Values that a page adds to the context of a request, and the length of their names. */
export const contextValues = 20;
export const contextName = 40;
/** A reply in a conversation. */
export const message = 20_000;
/** The comment of a rating. */
export const comment = 2_000;
export const fileName = 255;
/** Files that one request or reply may carry at all; a tenant may allow fewer. */
export const attachments = 20;
/** A search query. */
export const query = 1_000;
/** The source of an article, and of one text in it. */
export const article = 2_000_000;
/** Blocks, rows, items or pieces of text in one place of an article. */
export const articleBlocks = 50_000;
/** Events of one batch, properties of one event, characters of one property. */
export const events = 100;
export const eventProperties = 32;
export const eventText = 200;
/** Bytes that browsers let a page send when it goes. */
export const beacon = 64 * 1024;
/** Bytes of a JSON request body. */
export const body = 256 * 1024;
/** Bytes of one file at all; a tenant may allow fewer. */
export const file = 100 * 1024 * 1024;
