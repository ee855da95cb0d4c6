import { addEnglish } from './addEnglish.ts';

/** Receipt and requests. */
export const requests = addEnglish({
  'receipt.title': 'Request sent',
  'receipt.heading': 'We have your request',
  'receipt.expect': 'You will hear from us by {time}.',
  'receipt.expectSoon': 'You will hear from us soon.',
  'receipt.number': 'Your number',
  'receipt.mail': 'Confirmation on its way',
  'receipt.mailTo': 'To {email}',
  'receipt.follow': 'We will show replies here',
  'receipt.followHint': 'And send them by e-mail',
  'receipt.view': 'View request',
  'receipt.home': 'Back to help',
  'sent.saved': 'Request saved',
  'sent.savedHint': 'You can close this panel. Nothing is lost.',
  'sent.savedHere': 'Keep this page open: your browser does not let us keep it for later.',
  'sent.sendingHeading': 'On its way',
  'sent.sendingHint': 'Support has not answered yet.',
  'sent.failed': 'Request not sent',
  'sent.failedOld':
    'It has waited for a day. We may have it already: look under Your requests, then try again or delete it.',
  'sent.unreadableHeading': 'Not sent',
  'sent.unreadableHint':
    'This page cannot send it any more. Copy the text and send it again, or by e-mail.',
  'sent.gone': 'This request is not here any more',
  'sent.waitingSeconds': 'Waiting · next try in {seconds} s',
  'sent.waitingUntil': 'Waiting · next try: {time}',
  'sent.tryNow': 'Try now',
  'sent.tryAgain': 'Try again',
  'sent.cannotWait': 'If it cannot wait',
  'sent.delete': 'Delete',
  'sent.deleted': 'Request deleted',
  'sent.undo': 'Undo',
  'requests.empty': 'No requests yet',
  'requests.emptyHint':
    'When you write to us, the conversation stays here, so you can always come back to it.',
  'requests.new': 'New request',
  'requests.failed': 'Your requests did not load',
  'requests.more': 'Show more',
});
