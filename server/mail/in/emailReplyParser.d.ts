/** The part of the package that is used; it has no types of its own. */
declare module 'email-reply-parser' {
  export default class EmailReplyParser {
    /** What somebody wrote in a plain-text answer, without what it quotes. */
    parseReply(text: string): string;
  }
}
