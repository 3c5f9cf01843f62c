/**
 * Who must be notified of an incident. All times are minutes from the start of the fault.
 */
export interface IncidentExpectation {
  /**
   * Whether the owner is woken: at the latest in this minute; perhaps, as the owner's own alerts
   * decide; or nobody at all.
   */
  readonly page:
    | { readonly kind: "by"; readonly minute: number }
    | { readonly kind: "perhaps" }
    | { readonly kind: "nobody" };
  /** The owner gets a message at the latest in this minute. @default none is needed */
  readonly notifiedBy?: number;
  /** Pages that may be open at once. @default 1 */
  readonly openAtOnce?: number;
  /**
   * A page may be open when the world ends, an hour and a quarter after the fault.
   * @default false
   */
  readonly staysOpen?: boolean;
  /** A page may open after the fault has ended. @default false */
  readonly afterwards?: boolean;
}

/** What one system's owner expects otherwise than the engine's table says, and why. */
export interface IncidentException {
  /** Key of the system. */
  readonly system: string;
  /** Kind of the incident: `all-fail`. */
  readonly kind: string;
  /** Which of several of its kind: the name of an SLO, a metric. @default all of them */
  readonly of?: string;
  /** Fields that are expected otherwise. */
  readonly expected: Partial<IncidentExpectation>;
  /** Why, for the people who are woken. */
  readonly reason: string;
}
