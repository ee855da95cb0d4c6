export const written = {
  'written.offer': 'Pedir uma resposta à IA',
  'written.hint': 'A IA escreve a partir dos nossos artigos. Ela pode errar: confira as fontes.',
  'written.title': 'Resposta da IA',
  'written.writing': 'Escrevendo…',
  'written.stop': 'Parar',
  'written.stopped': 'Interrompido.',
  'written.unknown':
    'Nossos artigos não respondem a isso. Tente outras palavras ou pergunte à nossa equipe.',
  'written.unavailable':
    'Não conseguimos escrever uma resposta agora. A busca continua funcionando e nossa equipe pode ajudar.',
  'written.sources': 'Fontes',
  'written.source': 'Fonte {number}: {title}',
  'written.follow': 'Fazer outra pergunta sobre isso',
  'written.ask': 'Perguntar',
  'written.person': 'Falar com uma pessoa',
  'written.asked': 'Minha pergunta:',
  'written.got': 'A resposta da IA:',
};
