import { minutes } from "../../../model/duration";
import { percent } from "../../../model/ratio";
import type { SloDeclaration } from "../../../model/slo";
import { eventSlo } from "../../../patterns/slos";
import { executions } from "./events";

const answers = (instance: string): string =>
  `probe_success{system="cqvr", probe="health", instance="${instance}"}`;

const score = (instance: string): string =>
  `cqvr_average_score{system="cqvr", instance="${instance}"}`;

/** CQVR's SLOs: successful runs, good contracts, and availability. */
export const slos: readonly SloDeclaration[] = [
  eventSlo({
    name: "contract-execution-success",
    description: "A contract that is executed succeeds.",
    unit: "executions",
    origin: "derived",
    objective: percent(95),
    statedBudget: minutes(2160),
    events: executions,
    bad: "cqvr:contract_execution_failures:rate5m",
    total: "cqvr:contract_executions:rate5m",
    page: "P0",
  }),
  {
    kind: "value",
    name: "average-score-on-target",
    description: "The mean score of all contracts is 80 or more.",
    origin: "derived",
    objective: percent(95),
    statedBudget: minutes(2160),
    bad: 'max(cqvr_average_score{system="cqvr"}) < bool 80',
    total: 'max(cqvr_average_score{system="cqvr"}) * 0 + 1',
    volume: "low",
    page: "P2",
    examples: {
      good: { [score("a")]: 80, [score("b")]: 60 },
      bad: { [score("a")]: 79, [score("b")]: 60 },
      other: { 'cqvr_average_score{system="neighbour"}': 100 },
    },
  },
  {
    kind: "value",
    name: "availability",
    description: "CQVR answers at its health address.",
    origin: "derived",
    objective: percent(99.5),
    statedBudget: minutes(216),
    bad: '1 - max(probe_success{system="cqvr", probe="health"})',
    total: 'max(probe_success{system="cqvr", probe="health"}) * 0 + 1',
    outage: { probe: "health" },
    page: "P0",
    examples: {
      good: { [answers("a")]: 1, [answers("b")]: 0 },
      bad: { [answers("a")]: 0, [answers("b")]: 0 },
      other: {
        'probe_success{system="cqvr", probe="dashboard"}': 1,
        'probe_success{system="neighbour", probe="health"}': 1,
      },
    },
  },
];
