import * as z from 'zod/mini';
import { Rejection } from './faults.ts';

export const accessToken = 'pat-eu1-1';
export const clientSecret = 'hs-client-secret';
export const portalId = 62515;

const text = z.string().check(z.minLength(1));
const timestamp = z.iso.datetime();
const fileIds = z.optional(z.string().check(z.regex(/^\d+(;\d+)*$/)));
const html = text.check(z.maxLength(65_536));

/** The properties that a stand-in accepts, by type of object. */
export const Properties = {
  contacts: z.strictObject({
    email: z.email(),
    firstname: z.optional(text),
    lastname: z.optional(text),
  }),
  tickets: z.strictObject({
    subject: text,
    content: z.string(),
    hs_pipeline: text,
    hs_pipeline_stage: text,
    hs_ticket_priority: z.enum(['LOW', 'MEDIUM', 'HIGH', 'URGENT']),
    support_request_id: z.uuid(),
  }),
  notes: z.strictObject({
    hs_timestamp: timestamp,
    hs_note_body: html,
    hs_attachment_ids: fileIds,
  }),
  emails: z.strictObject({
    hs_timestamp: timestamp,
    hs_email_direction: z.enum(['EMAIL', 'INCOMING_EMAIL', 'FORWARDED_EMAIL']),
    hs_email_subject: text,
    hs_email_html: html,
    hs_email_text: text,
    hs_email_headers: z.optional(z.string()),
    hs_attachment_ids: fileIds,
  }),
};
export type ObjectType = keyof typeof Properties;

export const NewObject = z.strictObject({
  properties: z.record(z.string(), z.string()),
  associations: z._default(
    z.array(
      z.strictObject({
        to: z.strictObject({ id: text }),
        types: z.array(
          z.strictObject({
            associationCategory: z.literal('HUBSPOT_DEFINED'),
            associationTypeId: z.int(),
          }),
        ),
      }),
    ),
    [],
  ),
});
/** The type of the target for each kind of association. */
export const targets: Record<ObjectType, Record<number, ObjectType>> = {
  contacts: {},
  tickets: { 16: 'contacts' },
  notes: { 228: 'tickets', 202: 'contacts' },
  emails: { 224: 'tickets', 198: 'contacts' },
};

export const Headers = z.strictObject({
  from: z.strictObject({ email: z.email() }),
  to: z.array(z.unknown()),
  cc: z.array(z.unknown()),
  bcc: z.array(z.unknown()),
});
const ids = z.array(z.strictObject({ id: text }));
export const BatchRead = z.strictObject({
  inputs: ids.check(z.maxLength(100)),
  properties: z.array(z.string()),
  propertiesWithHistory: z.array(z.string()),
});
export const AssociationsRead = z.strictObject({ inputs: ids.check(z.maxLength(1_000)) });
export const Search = z.strictObject({
  filterGroups: z.tuple([
    z.strictObject({
      filters: z.tuple([
        z.strictObject({
          propertyName: z.literal('hs_lastmodifieddate'),
          operator: z.literal('GTE'),
          value: z.string().check(z.regex(/^\d{13}$/)),
        }),
      ]),
    }),
  ]),
  sorts: z.tuple([
    z.strictObject({
      propertyName: z.literal('hs_lastmodifieddate'),
      direction: z.literal('ASCENDING'),
    }),
  ]),
  properties: z.array(z.string()),
  limit: z.int().check(z.lte(200)),
  after: z.optional(z.string()),
});
export const NewProperty = z.strictObject({
  name: z.literal('support_request_id'),
  label: text,
  groupName: z.literal('ticketinformation'),
  type: z.literal('string'),
  fieldType: z.literal('text'),
  hasUniqueValue: z.literal(true),
});

const stage = (id: string, displayOrder: number, ticketState: string) => ({
  id,
  label: id,
  displayOrder,
  metadata: { ticketState, isClosed: String(ticketState === 'CLOSED') },
});
export const pipelines = [
  {
    id: '7700',
    label: 'Own',
    displayOrder: 1,
    stages: [
      stage('own-done', 1, 'CLOSED'),
      stage('own-new', 0, 'OPEN'),
      stage('own-doing', 2, 'OPEN'),
    ],
  },
  {
    id: '0',
    label: 'Support Pipeline',
    displayOrder: 0,
    stages: [
      stage('4', 4, 'CLOSED'),
      stage('1', 0, 'OPEN'),
      stage('2', 1, 'OPEN'),
      stage('3', 2, 'OPEN'),
      stage('escalated', 3, 'OPEN'),
    ],
  },
];

export const rejected = (status: number, message: string, errors: object[] = []) =>
  new Rejection(status, {
    status: 'error',
    message,
    category: 'VALIDATION_ERROR',
    correlationId: 'aeb5f871-7f07-4993-9211-075dc63e7cbf',
    ...(errors.length > 0 && { errors }),
  });
