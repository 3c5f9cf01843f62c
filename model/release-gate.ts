import type { Priority } from "./alert";
import type { Duration } from "./duration";

/**
 * What shows that an item of a checklist is done. Everything but a person's look is seen in what
 * runs.
 */
export type GateEvidence =
  /** Its targets are up and scraped as often as declared. */
  | { readonly kind: "targets" }
  /** Metrics of its contract have samples. */
  | { readonly kind: "metrics"; readonly names: "all" | readonly string[] }
  | {
      readonly kind: "dashboards";
      /** Their identifiers; `all` are the generated ones too. */
      readonly uids: "all" | readonly string[];
      /**
       * That a page loads as declared, that every query of it has data, or that it is refreshed as
       * declared.
       */
      readonly shows: "page" | "data" | "refresh";
    }
  /** All its alerts of a priority are configured, of metrics, logs and promises. */
  | { readonly kind: "alerts"; readonly priority: Priority }
  /** A test alert of each priority of the gate reached its channels. */
  | { readonly kind: "test-alert" }
  /** Those on call may open its dashboards. */
  | { readonly kind: "access" }
  | { readonly kind: "retention" }
  /** Somebody hears of it when one of the parts that tell is gone. */
  | { readonly kind: "redundancy" }
  | {
      readonly kind: "person";
      /** Word by which a person confirms it; the same in several items is confirmed once. */
      readonly key: string;
      /** What to look at, and what must be seen. */
      readonly look: string;
    };

/** A line of a checklist. It is open while any of its evidence is. */
export interface GateItem {
  readonly text: string;
  readonly evidence: readonly GateEvidence[];
}

/** A fault that the application itself makes to order. */
export interface ProvokedFault {
  /** Below the application's address; asked only where the environment allows it. */
  readonly path: string;
  /** What is posted, as JSON. */
  readonly body: Readonly<Record<string, string | number>>;
  /** Name of the alert of the system that must fire. */
  readonly alert: string;
  /** How long it takes at most: the window of the rate and the time for which it must hold. */
  readonly within: Duration;
}

/**
 * What must be seen of a system's monitoring before the system goes on. Data only; `npm run verify`
 * judges it.
 */
export interface ReleaseGate {
  /** What waits for it: `Phase 3 (Controlled Beta)`. */
  readonly unlocks: string;
  /** Of the report. */
  readonly title: string;
  /** Where the report is kept, without the time and `.md` at its end. */
  readonly evidence: string;
  /** What must be so, all of it. */
  readonly checklist: readonly GateItem[];
  /** The same once more in the order of the report. */
  readonly sections: readonly {
    readonly heading: string;
    readonly items: readonly GateItem[];
  }[];
  /** What a person decides in the end, and signs. */
  readonly decisions: readonly string[];
  /** Samples are kept for as long at least. */
  readonly retention: Duration;
  /** Priorities of which a test alert must arrive. */
  readonly testAlert: readonly Priority[];
  /** How the application is asked for a fault, where it may be. @default it cannot be asked */
  readonly provokedFault?: ProvokedFault;
}

/** Every item, of the checklist and of the report. */
export const gateItems = ({
  checklist,
  sections,
}: Pick<ReleaseGate, "checklist" | "sections">): readonly GateItem[] => [
  ...checklist,
  ...sections.flatMap(({ items }) => items),
];
