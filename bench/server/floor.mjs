import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';

/**
 * Minimal handlers: hono, one statement each, and tables without foreign keys, policies or
 * triggers.
 */
export async function openFloor(query) {
  await query('create schema if not exists floor');
  await query('create table if not exists floor.settings (id integer primary key, value jsonb)');
  await query(`create table if not exists floor.tickets (id uuid primary key, visitor text,
    number integer generated always as identity, subject text, body text,
    created_at timestamptz default now())`);
  await query('create index if not exists floor_visitor on floor.tickets (visitor, number desc)');
  await query(`insert into floor.settings values (1, '{"name":"Acme","links":[]}')
    on conflict do nothing`);
  await query(`insert into floor.tickets (id, visitor, subject, body)
    select gen_random_uuid(), 'v' || n % 100, 'Subject', 'Body' from generate_series(1, 3000) n`);
  const app = new Hono();
  app.get('/config', async (c) => {
    const { rows } = await query('select value from floor.settings where id = $1', [1]);
    return c.json({ data: rows[0].value });
  });
  app.get('/tickets', async (c) => {
    const { rows } = await query(
      `select id, number, subject, created_at from floor.tickets
       where visitor = $1 order by number desc limit 20`,
      [c.req.header('X-Visitor-Id')],
    );
    return c.json({ data: { tickets: rows } });
  });
  app.post('/tickets', async (c) => {
    const { subject, description } = await c.req.json();
    const { rows } = await query(
      `insert into floor.tickets (id, visitor, subject, body) values ($1, $2, $3, $4)
       returning id, number, created_at`,
      [randomUUID(), c.req.header('X-Visitor-Id'), subject, description],
    );
    return c.json({ data: rows[0] }, 201);
  });
  return app;
}
