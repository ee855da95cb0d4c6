import * as z from 'zod/mini';
import {
  AssociationsRead,
  BatchRead,
  Headers,
  NewObject,
  NewProperty,
  type ObjectType,
  Properties,
  pipelines,
  rejected,
  Search,
  targets,
} from './hubspotSchema.ts';

export interface HubspotObject {
  id: string;
  type: ObjectType;
  properties: Record<string, unknown>;
  /** The ids of the objects to which it belongs. */
  belongsTo: string[];
}
type Added = Pick<HubspotObject, 'type' | 'properties' | 'belongsTo'>;

/** The objects of a stand-in for HubSpot. It checks each request like the real one. */
export function createHubspotStore() {
  const objects: HubspotObject[] = [];
  const custom = new Set<string>();
  let nextId = 5_000;
  const newId = () => String(nextId++);
  const listOf = (type: string) => objects.filter((one) => one.type === type);

  function find(type: string, id: string, idProperty: string | null): HubspotObject {
    if (idProperty === 'support_request_id' && !custom.has(idProperty)) {
      throw rejected(400, `Unable to find the property ${idProperty}`);
    }
    const found = listOf(type).find((one) =>
      idProperty === null ? one.id === id : one.properties[idProperty] === id,
    );
    if (found === undefined) throw rejected(404, 'resource not found');
    return found;
  }

  function checkTicket({
    support_request_id: ownId,
    hs_pipeline,
    hs_pipeline_stage,
  }: object & Record<string, string>) {
    const name = 'support_request_id';
    if (!custom.has(name)) {
      const message = `Property "${name}" does not exist`;
      const error = { message, code: 'PROPERTY_DOESNT_EXIST', context: { propertyName: [name] } };
      throw rejected(400, `Property values were not valid: [${JSON.stringify(error)}]`, [error]);
    }
    if (listOf('tickets').some(({ properties }) => properties[name] === ownId)) {
      const message = `"${name}" already has the value ${ownId}`;
      throw rejected(400, message, [{ message, code: 'CONFLICTING_UNIQUE_VALUE' }]);
    }
    const stages = pipelines.find(({ id }) => id === hs_pipeline)?.stages ?? [];
    if (!stages.some(({ id }) => id === hs_pipeline_stage)) throw rejected(400, 'INVALID_OPTION');
  }

  function add(added: Added): HubspotObject {
    const made = { ...added, id: newId() };
    objects.push(made);
    return made;
  }

  function create(type: ObjectType, json: unknown): HubspotObject {
    const { properties, associations } = z.parse(NewObject, json);
    if (type === 'tickets') checkTicket(properties);
    z.parse<z.ZodMiniType>(Properties[type], properties);
    const same = (one: HubspotObject) => one.properties.email === properties.email;
    const existing = type === 'contacts' ? listOf(type).find(same) : undefined;
    if (existing) throw rejected(409, `Contact already exists. Existing ID: ${existing.id}`);
    const belongsTo = associations.map(({ to, types }) => {
      for (const { associationTypeId } of types) {
        find(targets[type][associationTypeId] ?? 'unknown', to.id, null);
      }
      return to.id;
    });
    const headers = properties.hs_email_headers;
    const from = headers === undefined ? undefined : z.parse(Headers, JSON.parse(headers)).from;
    const sender = type === 'emails' ? { hs_email_from_email: from?.email ?? null } : {};
    return add({ type, belongsTo, properties: { ...properties, ...sender } });
  }

  function changeStage(id: string, json: unknown): HubspotObject {
    const ticket = find('tickets', id, null);
    const Change = z.strictObject({
      properties: z.strictObject({ hs_pipeline_stage: z.string() }),
    });
    const { hs_pipeline_stage } = z.parse(Change, json).properties;
    const { stages } = pipelines.find((one) => one.id === ticket.properties.hs_pipeline) ?? {};
    if (!stages?.some((stage) => stage.id === hs_pipeline_stage)) {
      throw rejected(400, 'INVALID_OPTION');
    }
    ticket.properties.hs_pipeline_stage = hs_pipeline_stage;
    return ticket;
  }

  return {
    objects,
    custom,
    newId,
    listOf,
    find,
    add,
    create,
    changeStage,
    createProperty(json: unknown) {
      const { name } = z.parse(NewProperty, json);
      if (custom.has(name)) throw rejected(409, `A property named '${name}' already exists.`);
      custom.add(name);
      return { name };
    },
    /** The associations of a ticket, two on a page. */
    associated(ticketId: string, type: string, query: URLSearchParams) {
      find('tickets', ticketId, null);
      if (Number(query.get('limit')) > 500) throw rejected(400, 'limit');
      const all = listOf(type).filter(({ belongsTo }) => belongsTo.includes(ticketId));
      const start = Number(query.get('after') ?? 0);
      const paging = start + 2 < all.length ? { next: { after: String(start + 2) } } : undefined;
      const results = all.slice(start, start + 2).map(({ id }) => ({ toObjectId: Number(id) }));
      return { results, paging };
    },
    read(type: string, json: unknown) {
      const { inputs, properties } = z.parse(BatchRead, json);
      const wanted = new Set(inputs.map(({ id }) => id));
      const results = listOf(type).filter(({ id }) => wanted.has(id));
      return {
        status: 'COMPLETE',
        results: results.map(({ id, properties: all }) => ({
          id,
          properties: Object.fromEntries(properties.map((name) => [name, all[name] ?? null])),
        })),
      };
    },
    /** One object on a page. */
    search(type: string, json: unknown) {
      const { after = '0' } = z.parse(Search, json);
      const all = listOf(type);
      const next = Number(after) + 1;
      const paging = next < all.length ? { next: { after: String(next) } } : undefined;
      return { total: all.length, results: all.slice(Number(after), next), paging };
    },
    ticketsOf(type: string, json: unknown) {
      const wanted = new Set(z.parse(AssociationsRead, json).inputs.map(({ id }) => id));
      const results = listOf(type).filter(({ id }) => wanted.has(id));
      const toTickets = ({ belongsTo }: HubspotObject) =>
        belongsTo.filter((id) => listOf('tickets').some((one) => one.id === id));
      return {
        results: results.map((one) => ({
          from: { id: one.id },
          to: toTickets(one).map((id) => ({ toObjectId: Number(id), associationTypes: [] })),
        })),
      };
    },
  };
}
