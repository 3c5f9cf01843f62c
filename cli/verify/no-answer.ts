/** Why a server did not answer, or not with what is expected, with the next step. */
export class NoAnswer extends Error {
  readonly next: string;

  constructor(found: string, next: string) {
    super(found);
    this.name = "NoAnswer";
    this.next = next;
  }
}
