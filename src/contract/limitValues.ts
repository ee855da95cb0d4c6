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
/**
 * Maximum number of values that a page can add to the context of a request, and maximum length of
 * their names.
 */
export const contextValues = 20;
export const contextName = 40;
/** A reply in a conversation. */
export const message = 20_000;
/** The comment of a rating. */
export const comment = 2_000;
export const fileName = 255;
/** Maximum number of files of one request or reply. A tenant can allow fewer. */
export const attachments = 20;
/** A search query. */
export const query = 1_000;
/** The source of an article, and a single text in it. */
export const article = 2_000_000;
/** Maximum number of blocks, rows, items or inline elements in one place of an article. */
export const articleBlocks = 50_000;
/**
 * Maximum number of events in a batch, of properties of an event, and of characters of a property.
 */
export const events = 100;
export const eventProperties = 32;
export const eventText = 200;
/** Bytes that browsers let a page send on unload. */
export const beacon = 64 * 1024;
/** Bytes of a JSON request body. */
export const body = 256 * 1024;
/** Maximum bytes of one file. A tenant can allow fewer. */
export const file = 100 * 1024 * 1024;
