/** An alert of P0 that the owner's own documents do not ask for. */
export interface AddedPage {
  /** Key of the system that declares it. */
  readonly system: string;
  /** Name of the alert. */
  readonly alert: string;
  /** Why it wakes somebody nevertheless, for the people who are woken. */
  readonly reason: string;
}
