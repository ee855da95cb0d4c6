import { getConfig, type Team } from '../../src/contract/config.ts';
import { upcomingShifts } from '../base/businessHours.ts';
import { externalRoute } from '../http/externalRoute.ts';
import { noInput } from '../http/route.ts';
import type { TeamFigures } from '../http/teamCache.ts';
import { newestDate } from '../kb/newestDate.ts';
import type { Tenant } from '../queries/tenants.ts';

export const configRoute = externalRoute(
  { ...noInput, ...getConfig },
  async ({ caller, query, readAccount, readTeam }) => {
    const { tenantId, mode } = caller;
    const account = await readAccount(tenantId);
    const { name, email, links, categories, fields, attachments, news } = account;
    const newest = newestDate(news, query.locale);
    const team =
      account.show_team === 'nothing' ? {} : teamOf(account, await readTeam(tenantId, mode));
    return {
      ...{ name, email, links, categories: [...categories], fields, attachments },
      kb_urls: [account.kb_url, ...(account.help_center ? [`/help/${tenantId}/{slug}`] : [])],
      ...(newest && { news_at: newest.toISOString() }),
      ...(Object.keys(team).length > 0 && { team }),
    };
  },
);

/** Returns what a visitor can know about the team. Names of agents only if the account shows them. */
function teamOf({ business_hours, show_team }: Tenant, { people, ...figures }: TeamFigures): Team {
  const shifts = upcomingShifts(new Date(), business_hours)?.map(({ from, to }) => ({
    from: from.toISOString(),
    to: to.toISOString(),
  }));
  return {
    ...figures,
    ...(shifts && { shifts }),
    ...(people && show_team === 'people' && { people }),
  };
}
