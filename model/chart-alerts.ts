import type { Priority } from "./alert";

/**
 * Who is notified, beside the platform's team, of what the charts' alerts find in a system's
 * namespace: pods that restart, deployments that are stuck, volumes that fill.
 */
export type ChartAlerts =
  | {
      /** The system's team, as of its own alerts of these priorities. */
      readonly kind: "notify";
      /** Priority of the critical ones. */
      readonly critical: Priority;
      /** Priority of the warnings. */
      readonly warning: Priority;
    }
  | {
      /** Nobody of the system. */
      readonly kind: "off";
      readonly reason: string;
    };

/** What holds unless a system says otherwise: as for the platform's team, and no page. */
export const CHART_ALERTS = {
  kind: "notify",
  critical: "P1",
  warning: "P2",
} as const satisfies ChartAlerts;
