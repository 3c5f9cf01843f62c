/** A complete report, ready to be sent. */
export interface Message {
  readonly subject: string;
  readonly recipients: readonly string[];
  readonly text: string;
  readonly html: string;
  /** A file attached to the mail. @default none */
  readonly attachment?: { readonly name: string; readonly content: string };
  /** The short chat message. */
  readonly slack: string;
}
