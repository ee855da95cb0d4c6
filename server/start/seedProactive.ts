import type { Proactive } from '../../src/contract/proactiveRule.ts';

/** Messages of the demo, on pages that turn them on. */
export const proactive: Proactive = {
  per_day: 5,
  rules: [
    {
      id: 'reconnect',
      integration: { state: 'action_needed' },
      every_days: 1,
      texts: {
        en: {
          title: '{integration} needs you to reconnect',
          text: 'Until then, nothing is synced.',
          action: 'See what happened',
        },
        es: {
          title: 'Vuelve a conectar {integration}',
          text: 'Hasta entonces no se sincroniza nada.',
          action: 'Ver qué ha pasado',
        },
      },
    },
    {
      id: 'first-campaign',
      page: '*',
      seconds: 2,
      article: 'create-a-campaign',
      texts: {
        en: { title: 'Your first campaign?', text: 'It takes ten minutes.', action: 'Read how' },
        es: { title: '¿Tu primera campaña?', text: 'Lleva diez minutos.', action: 'Leer cómo' },
      },
    },
  ],
};
