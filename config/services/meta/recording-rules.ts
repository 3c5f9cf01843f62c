import { minutes } from "../../../model/duration";
import type { RecordingGroupDeclaration } from "../../../model/recording-rule";
import { ANY_META_REPOSITORY } from "../meta-repositories";
import {
  auroraAnswers,
  connectionsHold,
  modelIsRight,
  nebulaAnswers,
} from "./worlds";

/**
 * Half an hour of full outage, then a day with so many good events that the failures do not matter.
 */
const morning = nebulaAnswers(
  "1e7x30 11000000+1000000x1500",
  "1e7+10x30 10000300x1500",
);

/** SLO compliance of the six together. An SLO counts once, however many budgets it has. */
export const recording: readonly RecordingGroupDeclaration[] = [
  {
    name: "meta-slos",
    rules: [
      {
        record: "slo:compliance_meta:ratio",
        system: "from-series",
        expr: `1 - avg(max by (system, slo) (slo:violated:bool{system=~"${ANY_META_REPOSITORY}"}))`,
        proof: {
          cases: [
            {
              name: "one SLO of four is breached, for two models of three; SLOs of other systems do not count",
              series: {
                ...nebulaAnswers("1e7+10x60", "1e7x60"),
                ...auroraAnswers("1e7+10x60", "1e7x60"),
                ...connectionsHold("1e7+10x60", "1e7x60"),
                ...modelIsRight("fraud", 0.1),
                ...modelIsRight("churn", 0.1),
                ...modelIsRight("price", 0.9),
                'codeverify_http_requests_total{status="500"}': "1e7+6x60",
              },
              at: minutes(30),
              samples: [{ value: 0.75 }],
            },
          ],
        },
      },
      {
        record: "slo:violations:count24h",
        system: "from-series",
        // One recorded sample a minute for each budget, some ten thousand a day in total, which is
        // cheap.
        expr: "sum by (system) (max by (system, slo) (max_over_time(slo:violated:bool[24h])))",
        proof: {
          cases: [
            {
              name: "one was broken and is kept again, one is broken for two models of three, one was never broken",
              series: {
                ...morning,
                ...auroraAnswers("1e7+10x60", "1e7x60"),
                ...modelIsRight("fraud", 0.1),
                ...modelIsRight("churn", 0.1),
                ...modelIsRight("price", 0.9),
              },
              at: minutes(45),
              samples: [
                { labels: { system: "nebula" }, value: 1 },
                { labels: { system: "sentinel" }, value: 1 },
                { labels: { system: "aurora" }, value: 0 },
              ],
            },
            {
              name: "nearly a day ago an SLO was breached for half an hour",
              series: morning,
              at: minutes(24 * 60 + 25),
              evaluation: minutes(5),
              samples: [{ labels: { system: "nebula" }, value: 1 }],
            },
            {
              name: "that was more than a day ago",
              series: morning,
              at: minutes(24 * 60 + 40),
              evaluation: minutes(5),
              samples: [{ labels: { system: "nebula" }, value: 0 }],
            },
          ],
        },
      },
    ],
  },
];
