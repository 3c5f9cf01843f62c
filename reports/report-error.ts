/** Why a report was not sent, and what to do about it, for the reader of the log. */
export class ReportError extends Error {
  constructor(what: string, next: string) {
    super(`${what}; ${next}`);
    this.name = "ReportError";
  }
}
