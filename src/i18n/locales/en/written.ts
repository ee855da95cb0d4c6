import { addEnglish } from './addEnglish.ts';

/** Answers that a model writes. */
export const written = addEnglish({
  'written.hint': 'AI writes it from our articles. It can be wrong, so check the sources.',
  'written.title': 'Answer from AI',
  'written.writing': 'Writing…',
  'written.stop': 'Stop',
  'written.stopped': 'Stopped.',
  'written.unknown': 'Our articles don’t answer this. Try other words, or ask our team.',
  'written.unavailable':
    'We can’t write an answer right now. Search still works, and our team can help.',
  'written.sources': 'Sources',
  'written.source': 'Source {number}: {title}',
  'written.follow': 'Ask a follow-up question',
  'written.ask': 'Ask',
  'written.person': 'Talk to a person',
  'written.asked': 'I asked:',
  'written.got': 'The answer from AI:',
});
