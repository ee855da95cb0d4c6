export const written = {
  'written.offer': 'Pedir una respuesta a la IA',
  'written.hint':
    'La IA la redacta a partir de nuestros artículos. Puede equivocarse: comprueba las fuentes.',
  'written.title': 'Respuesta de la IA',
  'written.writing': 'Redactando…',
  'written.stop': 'Detener',
  'written.stopped': 'Se ha detenido.',
  'written.unknown':
    'Nuestros artículos no responden a esto. Prueba con otras palabras o pregunta a nuestro equipo.',
  'written.unavailable':
    'Ahora no podemos redactar una respuesta. La búsqueda sigue funcionando y nuestro equipo puede ayudarte.',
  'written.sources': 'Fuentes',
  'written.source': 'Fuente {number}: {title}',
  'written.follow': 'Haz otra pregunta sobre esto',
  'written.ask': 'Preguntar',
  'written.person': 'Hablar con una persona',
  'written.asked': 'Mi pregunta:',
  'written.got': 'La respuesta de la IA:',
};
