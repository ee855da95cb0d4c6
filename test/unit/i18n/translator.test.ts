import { effect } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ago } from '../../../src/i18n/ago.ts';
import { directionOf } from '../../../src/i18n/direction.ts';
import { en } from '../../../src/i18n/locales/en.ts';
import { es } from '../../../src/i18n/locales/es.ts';
import { locales } from '../../../src/i18n/locales/index.ts';
import { moment } from '../../../src/i18n/moment.ts';
import { createTranslator } from '../../../src/i18n/translator.ts';
import { createDeferred } from '../../support/deferred.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-05-04T15:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('createTranslator', () => {
  it('inserts values unchanged, and keeps a placeholder without a value visible', () => {
    const { t } = createTranslator();
    expect(t('home.greetingNamed', { name: '$& {name} <b>' })).toBe(
      'Hi $& {name} <b>, how can we help?',
    );
    expect(t('home.greetingNamed')).toContain('{name}');
    expect(t('ticket.count', { used: 0, limit: 200 })).toBe('0 of 200 characters');
  });

  it('prefers sentences of the host, in every language', async () => {
    const i18n = createTranslator(() => ({ 'ticket.send': 'Ab die Post' }));
    expect(i18n.t('ticket.send')).toBe('Ab die Post');
    await i18n.setLocale('es');
    expect(i18n.t('ticket.send')).toBe('Ab die Post');
    expect(i18n.t('panel.close')).toBe(es['panel.close']);
  });

  it('changes the language, and views that read a sentence follow', async () => {
    const i18n = createTranslator();
    const seen: string[] = [];
    const stop = effect(() => void seen.push(i18n.t('panel.close')));
    await i18n.setLocale('es-MX');
    expect(i18n.locale.value).toBe('es-MX');
    expect(seen).toEqual([en['panel.close'], es['panel.close']]);
    stop();
  });

  it('uses English for an unknown language, with English dates', async () => {
    const i18n = createTranslator();
    await i18n.setLocale('es');
    await i18n.setLocale('pl-PL');
    expect(i18n.t('panel.close')).toBe(en['panel.close']);
    expect(i18n.plural('unread', 3)).toBe('3 new replies');
    expect([i18n.locale.value, i18n.language.value]).toEqual(['en', 'pl-PL']);
  });

  it('keeps the tag of a language whose sentences the host provides', async () => {
    const i18n = createTranslator(() => ({ 'panel.close': 'Zamknij' }));
    await i18n.setLocale('pl-PL');
    expect(i18n.locale.value).toBe('pl-PL');
  });

  it('ignores a translation that loads after another language was chosen', async () => {
    const late = createDeferred<{ es: typeof es }>();
    vi.spyOn(locales, 'es').mockReturnValue(late.promise);
    const i18n = createTranslator();
    const first = i18n.setLocale('es');
    await i18n.setLocale('en-GB');
    late.resolve({ es });
    await first;
    expect(i18n.locale.value).toBe('en-GB');
    expect(i18n.t('panel.close')).toBe(en['panel.close']);
  });

  it('keeps its language if the translation of another does not load', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    vi.spyOn(locales, 'es').mockRejectedValue(new TypeError('chunk'));
    const i18n = createTranslator();
    await i18n.setLocale('es');
    expect(i18n.locale.value).toBe('en');
    expect(warned).toHaveBeenCalledOnce();
  });

  it('knows which keys from outside have a sentence', () => {
    const { find } = createTranslator();
    expect(find('category.billing')).toBe('Billing');
    expect(find('category.shipping')).toBeUndefined();
    expect(find('category.toString')).toBeUndefined();
  });

  it.each([
    [0, 'Please check 0 fields.'],
    [1, 'Please check 1 field.'],
    [1_234, 'Please check 1,234 fields.'],
  ])('has the right plural for %i', (count, sentence) => {
    expect(createTranslator().plural('ticket.problems', count)).toBe(sentence);
  });

  it.each([
    ['ar', 1, 'رد جديد واحد'],
    ['ar', 2, 'ردان جديدان'],
    ['ar', 3, '3 ردود جديدة'],
    ['ar', 11, '11 ردًا جديدًا'],
    ['ar', 100, '100 رد جديد'],
    ['he', 2, 'שתי תשובות חדשות'],
    ['ja', 1, '新しい返信が1件あります'],
    ['fr', 0, '0 nouvelle réponse'],
    ['de', 1_234, '1.234 neue Antworten'],
  ])('formats a count in %s: %i', async (tag, count, sentence) => {
    const i18n = createTranslator();
    await i18n.setLocale(tag);
    expect(i18n.plural('unread', count)).toBe(sentence);
  });

  it('isolates a name of the other direction, so that it does not reorder a sentence', async () => {
    const i18n = createTranslator();
    await i18n.setLocale('he');
    expect(i18n.t('connect.connected', { name: 'HubSpot' })).toContain('\u2068HubSpot\u2069');
  });

  it('accepts plural forms of the host that only its language has', async () => {
    const i18n = createTranslator(() => ({ 'unread.few': '{count} nowe odpowiedzi' }));
    await i18n.setLocale('pl');
    expect(i18n.plural('unread', 3)).toBe('3 nowe odpowiedzi');
  });

  it.each([
    ['2026-05-04T15:00:30Z', 'now'],
    ['2026-05-04T14:48:00Z', '12 min'],
    ['2026-05-04T14:00:00Z', '1 hr'],
    ['2026-05-03T15:01:00Z', '23 hr'],
    ['2026-05-01T12:00:00Z', 'May 1'],
  ])('returns how long ago %s was: %s', (iso, said) => {
    expect(ago(iso, createTranslator())).toBe(said);
  });

  it('returns the time of a moment, and its day unless it is today', () => {
    const i18n = createTranslator();
    // Some versions of ICU use a narrow no-break space before AM.
    const said = (iso: string) => moment(iso, i18n).replace(/\s/g, ' ');
    const today = new Date(2026, 4, 4, 9, 5);
    vi.setSystemTime(today);
    expect(said(today.toISOString())).toBe('9:05 AM');
    expect(said(new Date(2026, 4, 5, 18, 30).toISOString())).toBe('May 5, 6:30 PM');
  });

  it('formats times by the language', async () => {
    const i18n = createTranslator();
    await i18n.setLocale('es');
    expect(ago('2026-05-01T12:00:00Z', i18n)).toBe('1 may');
    expect(moment(new Date(2026, 4, 5, 18, 30).toISOString(), i18n)).toBe('5 may, 18:30');
  });
});

describe('directionOf', () => {
  it.each([
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['en', 'ltr'],
    ['fan', 'ltr'],
  ])('%s is written %s', (locale, direction) => {
    expect(directionOf(locale)).toBe(direction);
  });
});
