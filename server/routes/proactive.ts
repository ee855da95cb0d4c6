import { listProactive } from '../../src/contract/proactive.ts';
import { externalRoute } from '../http/externalRoute.ts';
import { noInput } from '../http/route.ts';
import { localeChain } from '../kb/locales.ts';

export const listProactiveRoute = externalRoute(
  { ...noInput, ...listProactive },
  async ({ caller, query, readAccount }) => {
    const { per_day, rules } = (await readAccount(caller.tenantId)).proactive;
    const messages = rules.flatMap(({ active = true, texts, ...rule }) => {
      const [locale = ''] = localeChain(query.locale, Object.keys(texts));
      const words = texts[locale];
      return active && words ? [{ ...rule, ...words, locale }] : [];
    });
    return { per_day, messages };
  },
);
