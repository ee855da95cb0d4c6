import { uploadAttachment } from './attachment.ts';
import { getConfig } from './config.ts';
import { createTicket, getTicket, listTickets } from './ticket.ts';

/** Every endpoint of the API. The typed client and the server's routes are both made from this table. */
export const endpoints = {
  getConfig,
  createTicket,
  listTickets,
  getTicket,
  uploadAttachment,
} as const;

export * from './attachment.ts';
export * from './config.ts';
export * from './endpoint.ts';
export * from './envelope.ts';
export * from './fileName.ts';
export * from './fileType.ts';
export * from './limits.ts';
export * from './ticket.ts';
