export const written = {
  'written.offer': 'Antwort der KI anfordern',
  'written.hint':
    'Eine KI schreibt sie aus unseren Artikeln. Sie kann falsch sein: Prüfen Sie die Quellen.',
  'written.title': 'Antwort der KI',
  'written.writing': 'Wird geschrieben …',
  'written.stop': 'Anhalten',
  'written.stopped': 'Angehalten.',
  'written.unknown':
    'Unsere Artikel beantworten das nicht. Versuchen Sie andere Wörter oder fragen Sie unser Team.',
  'written.unavailable':
    'Gerade können wir keine Antwort schreiben. Die Suche funktioniert weiter, und unser Team hilft Ihnen.',
  'written.sources': 'Quellen',
  'written.source': 'Quelle {number}: {title}',
  'written.follow': 'Dazu weiterfragen',
  'written.ask': 'Fragen',
  'written.person': 'Mit einem Menschen sprechen',
  'written.asked': 'Meine Frage:',
  'written.got': 'Die Antwort der KI:',
};
