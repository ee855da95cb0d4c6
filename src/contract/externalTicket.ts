import * as z from 'zod/mini';

/** A ticket in the team's help desk. */
export const ExternalTicket = z.object({
  /** Name of the help desk. */
  name: z.string(),
  /** The number and the page of the ticket. Null until it is created there. */
  number: z.nullable(z.string()),
  url: z.nullable(z.string()),
  /** The reason why it is not up to date, with the next step. Null while everything works. */
  problem: z.nullable(z.string()),
});
