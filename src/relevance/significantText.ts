/**
 * No pattern may backtrack from every character, because texts of 20,000 characters are processed
 * while typing.
 */
const noise: readonly RegExp[] = [
  /^>.*$/gm,
  // Lines of a stack trace.
  /^[ \t]*at [^\n]*:\d+\)?$/gm,
  /^[ \t]*File "[^\n]*$/gm,
  /\b(?:https?:\/\/|www\.)\S+/gi,
  /[^\s@]{1,64}@[^\s@]{1,255}/g,
  /\b[\da-f]{8}-[\da-f-]{27}\b/gi,
  /\b\d{4}-\d\d-\d\d(?:[T ][\d:.]+Z?)?/g,
  /\b\d{1,2}:\d\d(?::\d\d)?\b/g,
  /\b\d{6,}\b/g,
  // Ids mix letters and numbers.
  /\b(?!0x[\da-f]{8}\b)(?=[a-z_]*\d)(?=\d*[a-z_])\w{10,}\b/gi,
  /\b(?:sent from my|enviado desde mi) [^\n]*/gi,
];
const signature = /\n-- ?\n/;
const signOff =
  /\n[ \t]*(?:(?:best|kind|warm|many)? ?(?:regards|wishes|thanks)|cheers|sincerely|thank you|(?:un )?saludos?(?: cordial(?:es)?)?|(?:muchas )?gracias|atentamente)[^\n]{0,24}\n[^\0]{0,400}(?![^\0])/i;

/**
 * Returns the part of a long message that describes the topic, without quotes, addresses, ids,
 * traces and signature.
 */
export function significantText(text: string): string {
  const whole = text.replaceAll('\r', '');
  const ends = [signature, signOff].map((end) => whole.search(end));
  // The removed part must be the smaller one, because a text can begin with "Thanks,".
  const end = Math.min(whole.length, ...ends.filter((at) => at > whole.length / 3));
  return noise.reduce((rest, pattern) => rest.replaceAll(pattern, ' '), whole.slice(0, end));
}
