/** A report that is ready to be sent: nothing of it is missing any more. */
export interface Message {
  readonly subject: string;
  readonly recipients: readonly string[];
  readonly text: string;
  readonly html: string;
  /** A file that comes with the mail. @default none */
  readonly attachment?: { readonly name: string; readonly content: string };
  /** The short message. */
  readonly slack: string;
}
