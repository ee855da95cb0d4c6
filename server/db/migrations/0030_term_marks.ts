import { type Kysely, sql } from 'kysely';

/**
 * A term of an article had a sum of its fields (8 title, 4 heading or tag, 2 description, 1 text).
 * Now it has a mark: a strength of 1 to 15, plus 16 if the title contains the term. The frequency
 * of a term in a text is not known here. The next import or edit adds it.
 */
/** The weights of text, description, heading or tag, and title are 1, 1.4, 1.6 and 3. */
const weightOf = (field: string) =>
  `(${field} & 1) + (${field} & 2) * 0.7 + (${field} & 4) * 0.4 + (${field} & 8) * 0.375`;

const marks = `
  alter table support.articles no force row level security;
  update support.articles set term_fields = array(
    select ((field & 8) * 2 + round(15 * weight / (weight + 1)))::smallint
    from unnest(term_fields) with ordinality as entry (field, place),
      lateral (select ${weightOf('field')} as weight) as sum
    order by place
  );
`;

const postings = `
  alter table support.article_locales add column text_bytes integer not null default 0;
  alter table support.article_terms no force row level security;
  alter table support.article_locales no force row level security;
  update support.article_terms set postings = array_to_string(array(
    select (entry.posting / 16) * 32 + (entry.posting & 8) * 2 + round(15 * weight / (weight + 1))
    from (
      select value::bigint as posting, place
      from unnest(string_to_array(postings, ',')) with ordinality as list (value, place)
    ) as entry,
      lateral (select ${weightOf('posting')} as weight) as sum
    order by place
  ), ',');
  update support.article_locales as locales set version = md5(version), text_bytes = (
    select coalesce(sum(octet_length(body)), 0) from support.articles
    where tenant_id = locales.tenant_id and locale = locales.locale and published
  );
  alter table support.articles force row level security;
  alter table support.article_terms force row level security;
  alter table support.article_locales force row level security;
`;

/** Stores the weight of each term in an article instead of its positions. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [marks, postings]) await sql.raw(script).execute(db);
}
