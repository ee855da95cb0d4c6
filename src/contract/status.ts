import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { Incident, MaintenanceWindow, Severity } from './integration.ts';

/**
 * Known problems, for a status page: open incidents, those that ended within a week, and
 * maintenance now or within a week. `severity`: of the worst open incident; null without open
 * incidents.
 */
export const getStatus = {
  method: 'GET',
  path: 'status',
  access: 'guest',
  reply: z.object({
    status: z.enum(['operational', 'incident', 'maintenance']),
    severity: z.nullable(Severity),
    incidents: z.array(Incident),
    maintenance: z.array(MaintenanceWindow),
  }),
} as const satisfies Endpoint;
