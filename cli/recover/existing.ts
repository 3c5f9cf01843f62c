/** Something that is declared and that the cluster or Grafana holds. */
export interface Existing {
  readonly address: string;
  /** As people call it: `release`, `folder`. */
  readonly kind: string;
  /** What its provider imports it by. */
  readonly id: string;
  /** In which it is not as declared, one sentence each. */
  readonly differences: readonly string[];
}
