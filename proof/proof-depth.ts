/** How thoroughly things are proved. */
export interface ProofDepth {
  /** One promise of each kind goes through its longest outage minute by minute. */
  readonly everyMinute: boolean;
}
