export const written = {
  'written.offer': 'Demander une réponse à l’IA',
  'written.hint':
    'Une IA la rédige à partir de nos articles. Elle peut se tromper : vérifiez les sources.',
  'written.title': 'Réponse de l’IA',
  'written.writing': 'Rédaction en cours…',
  'written.stop': 'Arrêter',
  'written.stopped': 'Arrêté.',
  'written.unknown':
    'Nos articles ne répondent pas à cette question. Essayez d’autres mots ou demandez à notre équipe.',
  'written.unavailable':
    'Nous ne pouvons pas rédiger de réponse pour le moment. La recherche fonctionne toujours, et notre équipe peut vous aider.',
  'written.sources': 'Sources',
  'written.source': 'Source {number} : {title}',
  'written.follow': 'Poser une autre question à ce sujet',
  'written.ask': 'Demander',
  'written.person': 'Parler à quelqu’un',
  'written.asked': 'Ma question :',
  'written.got': 'La réponse de l’IA :',
};
