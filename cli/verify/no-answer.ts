/** Why a server could not be asked, or answered what cannot be trusted, with the next step. */
export class NoAnswer extends Error {
  readonly next: string;

  constructor(found: string, next: string) {
    super(found);
    this.name = "NoAnswer";
    this.next = next;
  }
}
