import { type Kysely, Migrator, sql } from 'kysely';
import { ConfigurationError } from '../../src/errors.ts';
import { allowBackup } from './backupPolicy.ts';
import { isNile } from './isolation.ts';
import { up as tickets } from './migrations/0001_tickets.ts';
import { up as conversations } from './migrations/0002_conversations.ts';
import { up as attachments } from './migrations/0003_attachments.ts';
import { up as articles } from './migrations/0004_articles.ts';
import { up as integrations } from './migrations/0005_integrations.ts';
import { up as metrics } from './migrations/0007_metrics.ts';
import { up as privacy } from './migrations/0008_privacy.ts';
import { up as mails } from './migrations/0009_mails.ts';
import { up as summaries } from './migrations/0010_summaries.ts';
import { up as checks } from './migrations/0011_checks.ts';
import { up as connect } from './migrations/0012_connect.ts';
import { up as mirror } from './migrations/0013_mirror.ts';
import { up as processed } from './migrations/0014_worked_off.ts';
import { up as chores } from './migrations/0015_chores.ts';
import { up as noViews } from './migrations/0016_no_views.ts';
import { up as fairJobs } from './migrations/0017_fair_jobs.ts';
import { up as inbox } from './migrations/0018_inbox.ts';
import { up as retention } from './migrations/0019_retention.ts';
import { up as setAside } from './migrations/0020_set_aside.ts';
import { up as administration } from './migrations/0021_administration.ts';
import { up as audit } from './migrations/0022_audit.ts';
import { up as confirmations } from './migrations/0023_confirmations.ts';
import { up as testData } from './migrations/0024_test_data.ts';
import { up as organizations } from './migrations/0025_organizations.ts';
import { up as mailIn } from './migrations/0026_mail_in.ts';
import { up as routing } from './migrations/0027_routing.ts';
import { up as rateLimits } from './migrations/0028_rate_limits.ts';
import { up as pictures } from './migrations/0029_pictures.ts';
import { up as termMarks } from './migrations/0030_term_marks.ts';
import { up as testConnections } from './migrations/0031_test_connections.ts';
import { up as inboundDomains } from './migrations/0032_inbound_domains.ts';
import { up as sharedRequests } from './migrations/0033_shared_requests.ts';
import { up as closedAccounts } from './migrations/0034_closed_accounts.ts';
import { up as noTriggers } from './migrations/0035_no_triggers.ts';
import { up as accountKeys } from './migrations/0036_account_keys.ts';
import { up as helpCenter } from './migrations/0037_help_center.ts';
import { up as attachmentModes } from './migrations/0038_attachment_modes.ts';
import { up as messageTerms } from './migrations/0039_message_terms.ts';
import { up as cannedReplies } from './migrations/0040_canned_replies.ts';
import { up as snooze } from './migrations/0041_snooze.ts';
import { up as articleEditing } from './migrations/0042_article_editing.ts';
import { up as mcp } from './migrations/0043_mcp.ts';
import { up as savedFilters } from './migrations/0044_saved_filters.ts';
import { up as merge } from './migrations/0045_merge.ts';
import { up as mentions } from './migrations/0046_mentions.ts';
import { up as reportFigures } from './migrations/0047_report_figures.ts';
import { up as replacedJobs, down as replacedJobsDown } from './migrations/0048_replaced_jobs.ts';
import { up as cannedVersions } from './migrations/0049_canned_versions.ts';
import {
  up as writtenAnswers,
  down as writtenAnswersDown,
} from './migrations/0050_written_answers.ts';
import { up as dueJobs, down as dueJobsDown } from './migrations/0051_due_jobs.ts';
import { up as helpDesks, down as helpDesksDown } from './migrations/0052_help_desks.ts';
import { up as chats, down as chatsDown } from './migrations/0053_chats.ts';
import {
  up as mailRejections,
  down as mailRejectionsDown,
} from './migrations/0054_mail_rejections.ts';
import { up as news, down as newsDown } from './migrations/0055_news.ts';
import { up as proactive, down as proactiveDown } from './migrations/0056_proactive.ts';
import { up as claimedJobs, down as claimedJobsDown } from './migrations/0057_claimed_jobs.ts';
import { up as showTeam, down as showTeamDown } from './migrations/0058_show_team.ts';
import { up as proof, down as proofDown } from './migrations/0059_proof_of_work.ts';
import { up as audiences, down as audiencesDown } from './migrations/0060_audiences.ts';
import { up as sourceLocale, down as sourceLocaleDown } from './migrations/0061_source_locale.ts';
import { migrateNile } from './nile/migrate.ts';
import { prepareRole } from './role.ts';
import type { Schema } from './schema.ts';

export const migrations = {
  '0001_tickets': { up: tickets },
  '0002_conversations': { up: conversations },
  '0003_attachments': { up: attachments },
  '0004_articles': { up: articles },
  '0005_integrations': { up: integrations },
  '0007_metrics': { up: metrics },
  '0008_privacy': { up: privacy },
  '0009_mails': { up: mails },
  '0010_summaries': { up: summaries },
  '0011_checks': { up: checks },
  '0012_connect': { up: connect },
  '0013_mirror': { up: mirror },
  '0014_worked_off': { up: processed },
  '0015_chores': { up: chores },
  '0016_no_views': { up: noViews },
  '0017_fair_jobs': { up: fairJobs },
  '0018_inbox': { up: inbox },
  '0019_retention': { up: retention },
  '0020_set_aside': { up: setAside },
  '0021_administration': { up: administration },
  '0022_audit': { up: audit },
  '0023_confirmations': { up: confirmations },
  '0024_test_data': { up: testData },
  '0025_organizations': { up: organizations },
  '0026_mail_in': { up: mailIn },
  '0027_routing': { up: routing },
  '0028_rate_limits': { up: rateLimits },
  '0029_pictures': { up: pictures },
  '0030_term_marks': { up: termMarks },
  '0031_test_connections': { up: testConnections },
  '0032_inbound_domains': { up: inboundDomains },
  '0033_shared_requests': { up: sharedRequests },
  '0034_closed_accounts': { up: closedAccounts },
  '0035_no_triggers': { up: noTriggers },
  '0036_account_keys': { up: accountKeys },
  '0037_help_center': { up: helpCenter },
  '0038_attachment_modes': { up: attachmentModes },
  '0039_message_terms': { up: messageTerms },
  '0040_canned_replies': { up: cannedReplies },
  '0041_snooze': { up: snooze },
  '0042_article_editing': { up: articleEditing },
  '0043_mcp': { up: mcp },
  '0044_saved_filters': { up: savedFilters },
  '0045_merge': { up: merge },
  '0046_mentions': { up: mentions },
  '0047_report_figures': { up: reportFigures },
  '0048_replaced_jobs': { up: replacedJobs, down: replacedJobsDown },
  '0049_canned_versions': { up: cannedVersions },
  '0050_written_answers': { up: writtenAnswers, down: writtenAnswersDown },
  '0051_due_jobs': { up: dueJobs, down: dueJobsDown },
  '0052_help_desks': { up: helpDesks, down: helpDesksDown },
  '0053_chats': { up: chats, down: chatsDown },
  '0054_mail_rejections': { up: mailRejections, down: mailRejectionsDown },
  '0055_news': { up: news, down: newsDown },
  '0056_proactive': { up: proactive, down: proactiveDown },
  '0057_claimed_jobs': { up: claimedJobs, down: claimedJobsDown },
  '0058_show_team': { up: showTeam, down: showTeamDown },
  '0059_proof_of_work': { up: proof, down: proofDown },
  '0060_audiences': { up: audiences, down: audiencesDown },
  '0061_source_locale': { up: sourceLocale, down: sourceLocaleDown },
};

/** Migrates the tables. Any number of processes can call it: one migrates, the others wait. */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  if (isNile(db)) return migrateNile(db, Object.keys(migrations));
  await prepareRole(db);
  const { error } = await createMigrator(db).migrateToLatest();
  if (error !== undefined) throw error;
  await allowBackup(db);
}

/** Migrates empty tables up to the migration `last`. @throws ConfigurationError if it is unknown */
export async function migrateEmpty(db: Kysely<Schema>, last: string): Promise<void> {
  if (!(last in migrations)) {
    throw new ConfigurationError(
      `A newer version of the server has made this backup (${last}). Restore it with that version, or a later one.`,
      'folder',
    );
  }
  await prepareRole(db);
  const done = (await createMigrator(db).getMigrations()).filter(({ executedAt }) => executedAt);
  if (done.length > 0 && done.at(-1)?.name !== last) {
    await sql`drop schema if exists support cascade`.execute(db);
    await sql`drop schema if exists support_migrations cascade`.execute(db);
  }
  const { error } = await createMigrator(db).migrateTo(last);
  if (error !== undefined) throw error;
}

/** Returns the name of the last executed migration. */
export async function lastMigration(db: Kysely<Schema>): Promise<string> {
  const all = await createMigrator(db).getMigrations();
  return all.findLast(({ executedAt }) => executedAt !== undefined)?.name ?? '';
}

/** Returns the names of pending migrations. */
export async function listPending(db: Kysely<Schema>): Promise<string[]> {
  const all = await createMigrator(db).getMigrations();
  return all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

function createMigrator(db: Kysely<Schema>): Migrator {
  return new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: 'support_migrations',
  });
}
