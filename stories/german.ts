import type { SupportConfig } from '../src/config.ts';

/** Long words for places with little space. */
export const german: Pick<SupportConfig, 'locale' | 'messages'> = {
  locale: 'de',
  messages: {
    'launcher.open': 'Kundenbetreuung kontaktieren',
    'launcher.close': 'Unterstützungsfenster schließen',
    'panel.title': 'Hilfe und Kundenbetreuung',
    'home.greetingNamed': 'Guten Tag {name}, womit können wir Ihnen weiterhelfen?',
    'home.contactHint':
      'Beschreiben Sie Ihr Anliegen. Unsere Kundenbetreuungsmitarbeiter antworten Ihnen per E-Mail und hier.',
    'home.requests': 'Ihre bisherigen Unterstützungsanfragen',
    'home.seeAll': 'Alle anzeigen',
    'home.links': 'Hilfeverzeichnis und Wissensdatenbank',
    'home.contact': 'Kundenbetreuung kontaktieren',
    'ticket.title': 'Kundenbetreuung kontaktieren',
    'ticket.category': 'Themenbereichszuordnung',
    'ticket.categoryChoose': 'Bitte einen Themenbereich auswählen',
    'ticket.subject': 'Zusammenfassung Ihres Anliegens',
    'ticket.description': 'Ausführliche Problembeschreibung',
    'ticket.descriptionHint':
      'Was haben Sie getan, was haben Sie erwartet, und was ist stattdessen geschehen?',
    'ticket.priority': 'Dringlichkeitseinstufung',
    'ticket.context': 'Welche Angaben mitübermittelt werden',
    'ticket.send': 'Unterstützungsanfrage absenden',
    'ticket.problems.other': 'Bitte überprüfen Sie Ihre Angaben in {count} Feldern.',
    'check.required': 'Dieses Feld muss vor dem Absenden ausgefüllt werden.',
    'sent.savedHeading':
      'Gespeichert. Wir senden Ihre Unterstützungsanfrage, sobald wir den Kundendienst erreichen.',
    'sent.savedHint': 'Sie können dieses Fenster schließen. Nichts geht verloren.',
    'sent.waitingSeconds': 'Wartet · nächster Versuch in {seconds} Sekunden',
    'sent.tryNow': 'Jetzt erneut versuchen',
    'sent.cannotWait': 'Wenn es nicht warten kann',
    'receipt.heading': 'Ihre Unterstützungsanfrage ist eingegangen',
    'receipt.view': 'Unterstützungsanfrage anzeigen',
    'receipt.home': 'Zurück zur Hilfeübersicht',
    'requests.title': 'Ihre bisherigen Unterstützungsanfragen',
    'requests.new': 'Neue Unterstützungsanfrage stellen',
    'status.new': 'Eingegangen',
    'status.open': 'In Bearbeitung',
    'status.pending': 'Wartet auf Ihre Rückmeldung',
    'status.on_hold': 'Vorübergehend zurückgestellt',
    'status.resolved': 'Abgeschlossen',
    'help.trigger': 'Hilfe',
    'help.label': 'Hilfe und Kundenbetreuung',
    'help.contact': 'Kundenbetreuung kontaktieren',
  },
};
