import type { EnvironmentConfig } from "../../model/environment";
import { budgeted, expectsTraffic } from "../../model/slo";
import { readsEverySystem } from "../../model/service";
import type { Service } from "../../model/service";
import { SLO_SERIES } from "../../prometheus/slo/slo-series";
import { BASE_WINDOW } from "../../prometheus/slo/tiles";
import { alertRulesOf, recordingRulesOf } from "../rule-chain";
import { rulesAtWork } from "../rules-at-work";
import type { TestFile } from "../test-file";
import { hoursOf, typicalPlatform, typicalWorld } from "./typical-world";
import type { World } from "./typical-world";

/** Minutes of the healthy world before the hour that is judged, so that rules know an hour. */
const BEFORE = 60;
const JUDGED = 60;

/**
 * One file for each system: during an hour of its healthy world no alert of it is pending or
 * fires, no rule fails, and each SLO is within its objective. What reads every system is tested
 * together, in the world of all of them.
 */
export function healthyFiles(
  services: readonly Service[],
  environment: EnvironmentConfig,
): readonly TestFile[] {
  const recorded = recordingRulesOf(services, environment).map(
    ({ rule }) => rule,
  );
  const hours = hoursOf(environment).map(([name, traffic]) => {
    const stretch = { minutes: BEFORE + JUDGED, traffic };
    const systems = new Map(
      services.map((service) => [service, typicalWorld(service, stretch)]),
    );
    const all: World = Object.fromEntries(
      [typicalPlatform(environment, stretch), ...systems.values()].flatMap(
        (world) => Object.entries(world),
      ),
    );
    return { name, systems, all };
  });
  return together(services).map((judged) => {
    const worlds = hours.map(({ name, systems, all }) => ({
      name,
      world: judged.some(readsEverySystem)
        ? all
        : ((judged[0] && systems.get(judged[0])) ?? {}),
    }));
    const rules = rulesAtWork(
      [
        ...recorded,
        ...judged.flatMap((service) => alertRulesOf(service, environment)),
      ],
      Object.keys(worlds[0]?.world ?? {}),
    );
    const keys = judged.map(({ key }) => key).join(", ");
    const name = `${keys} while all is well`;
    return {
      name,
      subject: name,
      rules,
      evaluationInterval: "1m",
      groups: worlds.map(({ name: hour, world }) => ({
        name: `${hour}: no alert, each SLO within its objective`,
        interval: "1m",
        input_series: Object.entries(world).map(([series, values]) => ({
          series,
          values,
        })),
        alert_rule_test: [],
        promql_expr_test: [NO_ALERT, ...judged.flatMap(expectations)].map(
          (expr) => ({
            expr,
            eval_time: `${String(BEFORE + JUDGED)}m`,
            exp_samples: [],
          }),
        ),
      })),
      cost: rules.length * (BEFORE + JUDGED) * worlds.length,
      next: `state in the contract of ${keys} what it shows while it is healthy, or mend the rule`,
    };
  });
}

/**
 * What is judged in one world: each system by itself, and those that read every system together,
 * since their world is that of all.
 */
export const together = (
  services: readonly Service[],
): readonly (readonly Service[])[] => {
  const readers = services.filter(readsEverySystem);
  return [
    ...(readers.length > 0 ? [readers] : []),
    ...services
      .filter((service) => !readers.includes(service))
      .map((service) => [service]),
  ];
};

/** No alert is pending or fires in the hour that is judged. */
const NO_ALERT = `max by (alertname, alertstate, system, slo) (count_over_time(ALERTS[${String(JUDGED)}m]))`;

/** SLOs of a system that are below their objective. */
export const overBudget = ({ key }: Service): string =>
  `${SLO_SERIES.periodErrorRatio}{system="${key}"} > on (system, slo) group_left () ${SLO_SERIES.errorBudget}`;

/** What must be empty at the end, of the SLOs of a system. */
const expectations = (service: Service): readonly string[] => [
  overBudget(service),
  ...budgeted(service.slos).map((slo) => {
    const own = `{system="${service.key}", slo="${slo.name}"}`;
    const unknown = `absent(${SLO_SERIES.periodErrorRatio}${own})`;
    // Events may be days apart: then its query finds series, and nothing was counted.
    return expectsTraffic(slo)
      ? unknown
      : `${unknown} unless on (system, slo) max_over_time(${SLO_SERIES.events("total", BASE_WINDOW)}${own}[${String(BEFORE + JUDGED)}m]) == 0`;
  }),
];
