import { addEnglish } from './addEnglish.ts';

/** A request that is not sent yet. */
export const unsent = addEnglish({
  'sent.savedHint': 'You can close this panel. Nothing is lost.',
  'sent.savedHere': 'Keep this page open: your browser doesn’t let us save it for later.',
  'sent.sendingHeading': 'On its way',
  'sent.sendingHint': 'Support hasn’t responded yet.',
  'sent.failedOld':
    'This has been waiting for a day, and we may already have it. Check Your requests, then try again or delete it.',
  'sent.unreadableHeading': 'Not sent',
  'sent.unreadableHint':
    'We can no longer send this. Copy the text and send it again, or by e-mail.',
  'sent.gone': 'This request is no longer here',
  'sent.waitingSeconds': 'Waiting · next try in {seconds} s',
  'sent.waitingUntil': 'Waiting · next try: {time}',
  'sent.cannotWait': 'If it can’t wait',
  'sent.delete': 'Delete',
  'sent.deleted': 'Request deleted',
  'sent.undo': 'Undo',
});
