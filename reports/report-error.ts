/**
 * Why a report was not sent, and what to do about it, in words for the person who reads the log.
 */
export class ReportError extends Error {
  constructor(what: string, next: string) {
    super(`${what}; ${next}`);
    this.name = "ReportError";
  }
}
