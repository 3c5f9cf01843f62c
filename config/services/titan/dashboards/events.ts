import type { PanelDeclaration } from "../../../../model/dashboard";
import { numbers, redBelow } from "../../../../patterns/panels";

/** The events between services. */
export const eventPanels: readonly PanelDeclaration[] = [
  numbers({
    id: "event-success-7-d-5-m",
    number: 5,
    title: "Event success (7 d, 5 m)",
    unit: "percentunit",
    thresholds: redBelow({
      alert: "TitanEventProcessingFailures",
      threshold: "processed",
    }),
    shows: {
      "7 d": "titan:event_processing_success:ratio_rate7d",
      "5 m": "titan:event_processing_success:ratio_rate5m",
    },
    description: "Share of events that were processed",
    noValue: "No events",
    width: 12,
  }),
  numbers({
    id: "event-latency-p95-7-d",
    number: 6,
    title: "Event latency P95 (7 d)",
    unit: "s",
    shows: { P95: "titan:event_processing_duration_seconds:p95_7d" },
    description:
      "Time within which 95 % of the last 7 days' events were processed",
    noValue: "No events in 7 days",
    width: 12,
  }),
];
