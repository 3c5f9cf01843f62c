/** How thoroughly SLO alerts are proved. */
export interface ProofDepth {
  /** Of each kind, one SLO is proved minute by minute through its longest outage. */
  readonly everyMinute: boolean;
}
