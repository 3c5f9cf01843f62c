import { hours, minutes } from "../../../../model/duration";
import type { RecordingGroupDeclaration } from "../../../../model/recording-rule";
import { counters, onTwoPods } from "../../../../patterns/counters";
import { gaugeRatio } from "../../../../patterns/recording/gauge-ratio";
import { percentileRaw } from "../../../../patterns/recording/percentiles";
import { counterRate, errorRate } from "../../../../patterns/recording/rates";
import { shareOf } from "../../../../patterns/recording/shares";
import { burstsAround, provedRawWindow } from "../../../../patterns/windows";
import { agentTimes, cacheReads, vectorQueries } from "../events";

const HOUR = hours(1);

/** Seconds that an agent works, in the hour before the proof's last one and in the last one. */
const agentWorks = (
  agent: string,
  mode: string,
  before: number,
  within: number,
) =>
  onTwoPods(
    {
      [`codequal_agent_execution_duration_seconds_sum{agent="${agent}", mode="${mode}"}`]: 1,
    },
    burstsAround(HOUR, { before, within }),
  );

/** Services, agents, caches and the disk of DeepWiki. */
export const componentRules: RecordingGroupDeclaration = {
  name: "codequal-components",
  rules: [
    counterRate({
      record: "codequal:errors:rate5m",
      counter: "codequal_errors_total",
      example: {
        'codequal_errors_total{service="agents", error_type="timeout"}': 1,
      },
      by: ["service"],
    }),
    gaugeRatio({
      record: "codequal:deepwiki_disk_used:ratio",
      part: "codequal_deepwiki_disk_used_bytes",
      whole: "codequal_deepwiki_disk_total_bytes",
      aggregation: "max",
      by: ["volume"],
      labels: { volume: "repositories" },
    }),
    percentileRaw({
      record: "codequal:vectordb_query_duration_seconds:p95_5m",
      quantile: 0.95,
      observations: vectorQueries,
      window: minutes(5),
    }),
    percentileRaw({
      record: "codequal:agent_execution_duration_seconds:p95_1h",
      quantile: 0.95,
      observations: agentTimes,
      window: HOUR,
    }),
    {
      record: "codequal:agent_time_share:ratio_1h",
      expr: `sum by (agent) (rate(codequal_agent_execution_duration_seconds_sum[1h]))
  / on () group_left () (sum(rate(codequal_agent_execution_duration_seconds_sum[1h])) > 0)`,
      proof: {
        cases: [
          {
            name: "before the hour one agent worked, in its first half two of them a little, in two modes",
            series: counters([
              ...agentWorks("security", "quick", 0, 0.25),
              ...agentWorks("security", "deep", 0, 0.5),
              ...agentWorks("style", "quick", 8, 0.25),
            ]),
            ...provedRawWindow(HOUR),
            samples: [
              { labels: { agent: "security" }, value: 0.75 },
              { labels: { agent: "style" }, value: 0.25 },
            ],
          },
          {
            name: "no agent worked",
            series: counters(agentWorks("security", "quick", 0, 0)),
            ...provedRawWindow(HOUR),
            samples: [],
          },
        ],
      },
    },
    errorRate({
      record: "codequal:cache_misses:rate5m",
      events: cacheReads,
    }),
    shareOf({
      record: "codequal:cache_miss:ratio_rate30m",
      part: cacheReads.bad,
      whole: cacheReads.total,
      examples: {
        inside: cacheReads.examples.bad,
        outside: cacheReads.examples.good,
      },
      window: minutes(30),
      over: "rate",
    }),
  ],
};
