import type { Priority } from "./alert";
import type { Duration } from "./duration";

/**
 * Evidence that an item of a checklist is done. All but `person` is read from the running system.
 */
export type GateEvidence =
  /** Its targets are up and scraped as often as declared. */
  | { readonly kind: "targets" }
  /** Metrics of its contract have samples. */
  | { readonly kind: "metrics"; readonly names: "all" | readonly string[] }
  | {
      readonly kind: "dashboards";
      /** Their ids; `all` includes the generated dashboards. */
      readonly uids: "all" | readonly string[];
      /**
       * That a page loads as declared, that every query of it has data, or that it refreshes as
       * declared.
       */
      readonly shows: "page" | "data" | "refresh";
    }
  /** All its alerts of a priority are configured: on metrics, on logs and of SLOs. */
  | { readonly kind: "alerts"; readonly priority: Priority }
  /** A test alert of each priority of the gate was delivered to its channels. */
  | { readonly kind: "test-alert" }
  /** People on call may open its dashboards. */
  | { readonly kind: "access" }
  | { readonly kind: "retention" }
  /** Somebody is notified if a component of the notification chain is gone. */
  | { readonly kind: "redundancy" }
  | {
      readonly kind: "person";
      /** Word by which a person confirms it; a word used in several items is confirmed once. */
      readonly key: string;
      /** What to look at, and what must be visible. */
      readonly look: string;
    };

/** An item of a checklist. It is open while any of its evidence is missing. */
export interface GateItem {
  readonly text: string;
  readonly evidence: readonly GateEvidence[];
}

/** A fault that the application makes on request. */
export interface ProvokedFault {
  /** Path below the application's address; called only if the environment allows it. */
  readonly path: string;
  /** JSON body of the POST request. */
  readonly body: Readonly<Record<string, string | number>>;
  /** Name of the system's alert that must fire. */
  readonly alert: string;
  /** Maximum time until it fires: the window of the rate plus the alert's `for`. */
  readonly within: Duration;
}

/**
 * What the monitoring of a system must show before the system is released. Data only;
 * `npm run verify` evaluates it.
 */
export interface ReleaseGate {
  /** What the gate releases: `Phase 3 (Controlled Beta)`. */
  readonly unlocks: string;
  /** Title of the report. */
  readonly title: string;
  /** Path of the report, without the time and `.md` at its end. */
  readonly evidence: string;
  /** All items that must be done. */
  readonly checklist: readonly GateItem[];
  /** The same items in the order of the report. */
  readonly sections: readonly {
    readonly heading: string;
    readonly items: readonly GateItem[];
  }[];
  /** The decision that a person takes at the end, and signs. */
  readonly decisions: readonly string[];
  /** Minimum retention of samples. */
  readonly retention: Duration;
  /** Priorities whose test alert must be delivered. */
  readonly testAlert: readonly Priority[];
  /** The request that provokes a fault. @default no fault can be provoked */
  readonly provokedFault?: ProvokedFault;
}

/** All items, of the checklist and of the report. */
export const gateItems = ({
  checklist,
  sections,
}: Pick<ReleaseGate, "checklist" | "sections">): readonly GateItem[] => [
  ...checklist,
  ...sections.flatMap(({ items }) => items),
];
