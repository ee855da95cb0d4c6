export const panel = {
  'launcher.close': 'Hilfe schließen',
  'panel.title': 'Hilfe',
  'status.title': 'Status',
  'integration.title': 'Integration',
  'panel.back': 'Zurück',
  'panel.close': 'Schließen',
  'home.greeting': 'Wie können wir helfen?',
  'home.greetingNamed': 'Hallo {name}, wie können wir helfen?',
  'home.requests': 'Ihre Anfragen',
  'home.seeAll': 'Alle anzeigen',
  'home.links': 'Hilfe-Center',
  'home.contact': 'Support kontaktieren',
  'team.minutes': 'Wir antworten meist innerhalb von Minuten',
  'team.hours.one': 'Wir antworten meist innerhalb einer Stunde',
  'team.hours.other': 'Wir antworten meist innerhalb von {count} Stunden',
  'team.days.one': 'Wir antworten meist innerhalb eines Tages',
  'team.days.other': 'Wir antworten meist innerhalb von {count} Tagen',
  'team.away': 'Wir sind wieder da: {time}',
  'team.people': '{names} aus unserem Team',
  'home.contactHint':
    'Beschreiben Sie, was nicht stimmt. Unser Team antwortet Ihnen per E-Mail und hier.',
  'home.contactHintMail':
    'Beschreiben Sie, was nicht stimmt. Ihr E-Mail-Programm sendet es an unser Team.',
  'check.required': 'Bitte füllen Sie dieses Feld aus.',
  'check.email': 'Bitte geben Sie eine Adresse wie name@beispiel.de ein.',
  'check.tooLong': 'Bitte kürzen Sie den Text auf {limit} Zeichen.',
  'copy.do': 'Kopieren',
  'copy.done': 'Kopiert',
  'copy.request': 'Vollständige Anfrage kopieren',
  'help.trigger': 'Hilfe',
  'help.label': 'Hilfe & Support',
  'help.contact': 'Support kontaktieren',
  'link.self-service': 'Selbsthilfe',
  'link.contact': 'Kontakt',
  'link.learning': 'Lernen',
  'link.reference': 'Referenz',
  'link.information': 'Informationen',
  'error.network':
    'Der Support ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  'error.timeout': 'Der Support hat nicht rechtzeitig geantwortet. Versuchen Sie es erneut.',
  'error.rate': 'Zu viele Anfragen auf einmal. Versuchen Sie es in {seconds} Sekunden erneut.',
  'error.rateUntil': 'Zu viele Anfragen auf einmal. Versuchen Sie es wieder nach: {time}.',
  'error.quota':
    'Das Kontingent dieses Kontos ist aufgebraucht. Senden Sie die Anfrage stattdessen per E-Mail.',
  'error.server':
    'Beim Support liegt gerade eine Störung vor. Versuchen Sie es in einem Moment erneut.',
  'error.breaker':
    'Der Support ist gerade nicht erreichbar. Wir versuchen es weiter und senden von selbst.',
  'error.auth':
    'Diese Seite darf keine Anfragen senden. Senden Sie die Anfrage stattdessen per E-Mail.',
  'error.validation':
    'Etwas in der Anfrage wurde nicht angenommen. Prüfen Sie die Felder und versuchen Sie es erneut.',
  'error.conflict':
    'Eine frühere Fassung dieser Anfrage liegt uns schon vor, unter „Ihre Anfragen“.',
  'error.notFound': 'Diese Anfrage gibt es nicht mehr.',
  'error.contract':
    'Die Antwort des Supports war nicht verständlich. Senden Sie die Anfrage stattdessen per E-Mail.',
  'error.unknown':
    'Etwas ist schiefgegangen. Versuchen Sie es erneut oder senden Sie die Anfrage per E-Mail.',
  'link.Knowledge Base': 'Wissensdatenbank',
  'link.Support': 'Support',
  'link.Video Tutorials': 'Video-Anleitungen',
  'link.Glossary': 'Glossar',
  'link.Our Services': 'Unsere Leistungen',
  'error.kept': 'Ihr Text ist noch da.',
};
