import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { Incident, MaintenanceWindow, Severity } from './integration.ts';

/**
 * Returns known problems for a status page: open incidents, incidents that ended within a week, and
 * maintenance that is current or within a week. `severity`: of the worst open incident; null
 * without open incidents.
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
