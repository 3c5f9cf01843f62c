import type { PanelDeclaration } from "../../../../model/dashboard";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { lines, numbers, redAbove } from "../../../../patterns/panels";

/** Calls between services. */
export const meshPanels: readonly PanelDeclaration[] = [
  {
    id: "circuit-breakers",
    number: 7,
    title: "Circuit breakers",
    visualisation: { kind: "state-timeline" },
    unit: "short",
    thresholds: {
      kind: "steps",
      base: "green",
      steps: [
        { colour: "yellow", from: count(1, "1 where it is half-open") },
        { colour: "red", alert: "TitanCircuitBreakerOpen", threshold: "open" },
      ],
    },
    valueMappings: [
      { value: 0, text: "closed", colour: "green" },
      { value: 1, text: "half-open", colour: "yellow" },
      { value: 2, text: "open", colour: "red" },
    ],
    queries: [
      {
        expr: 'max by (service, dependency) (circuit_breaker_state{system="titan"})',
        legend: "{{service}} to {{dependency}}",
      },
    ],
    description:
      "State of the breaker in front of each dependency of each service, the worst of its pods",
    noValue: "No breaker reports",
  },
  numbers({
    id: "circuit-breaker-closed-ratio-7-d",
    number: 8,
    title: "Circuit breaker closed ratio (7 d)",
    unit: "percentunit",
    thresholds: {
      kind: "steps",
      base: "red",
      // The objective of the SLO of closed breakers.
      steps: [{ colour: "green", from: percent(99.9) }],
    },
    shows: { closed: "titan:circuit_breaker_closed:ratio_7d" },
    description: "Share of breakers that were closed, over 7 days",
    noValue: "No breaker reports",
    width: 12,
  }),
  {
    id: "dependency-health",
    number: 9,
    title: "Dependency health",
    visualisation: { kind: "state-timeline" },
    unit: "bool_on_off",
    thresholds: {
      kind: "steps",
      base: "red",
      steps: [
        {
          colour: "green",
          alert: "TitanDependencyUnhealthy",
          threshold: "healthy",
        },
      ],
    },
    queries: [
      {
        expr: 'min by (service, dependency) (service_dependency_health{system="titan"})',
        legend: "{{service}} to {{dependency}}",
      },
    ],
    description:
      "Whether each dependency answers the service that needs it, as the least lucky pod sees it",
    noValue: "No dependency reports",
  },
  lines({
    id: "queue-depth",
    number: 10,
    title: "Queue depth",
    unit: "short",
    thresholds: redAbove({
      alert: "TitanRequestQueueDeep",
      threshold: "queued",
    }),
    shows: {
      "{{service}}":
        'max by (service) (service_request_queue_depth{system="titan"})',
    },
    description:
      "Requests that wait in each service, in the pod where most of them do",
    noValue: "No queue reports",
  }),
  lines({
    id: "retries",
    number: 11,
    title: "Retries",
    unit: "ops",
    shows: { "{{service}} to {{dependency}}": "titan:service_retries:rate5m" },
    description:
      "Calls that a service makes again because the one before failed, over 5 minutes",
    noValue: "No retries counted",
  }),
  {
    id: "service-map-tempo",
    number: 12,
    title: "Service map (Tempo)",
    visualisation: { kind: "node-graph" },
    unit: "none",
    queries: [{ kind: "service-map", expr: "titan(-.+)?" }],
    description:
      "Which service calls which, with the errors and times that traces show of each",
    noValue: "No traces in this time",
    width: 24,
  },
];
