import type { Existing } from "./existing";
import type { StuckRelease } from "./releases";

/** What Grafana holds, or why that is unknown. */
export type Content =
  | { readonly kind: "read"; readonly found: readonly Existing[] }
  | { readonly kind: "unread"; readonly reason: string };

/** What brings state and cluster together again. */
export interface RecoveryPlan {
  /** Exists, and the state lacks it. */
  readonly imports: readonly Existing[];
  /** Must be solved by a person first. */
  readonly stuck: readonly StuckRelease[];
  /** Why Grafana's content is left out; undefined where it was read. */
  readonly unread: string | undefined;
}

/** Compares what exists with the addresses in the state. */
export function recoveryPlan(
  inState: ReadonlySet<string>,
  existing: readonly Existing[],
  stuck: readonly StuckRelease[],
  content: Content,
): RecoveryPlan {
  const all =
    content.kind === "read" ? [...existing, ...content.found] : existing;
  return {
    imports: all.filter(({ address }) => !inState.has(address)),
    stuck,
    unread: content.kind === "unread" ? content.reason : undefined,
  };
}
