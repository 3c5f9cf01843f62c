import { typicalCharts } from "../../helm/typical-charts";
import type { EnvironmentConfig } from "../../model/environment";
import { budgeted, expectsTraffic } from "../../model/slo";
import { readsEverySystem } from "../../model/service";
import type { Service } from "../../model/service";
import { trafficShare, WORKING_DAY } from "../../model/typical/course";
import { typicalSeries } from "../../prometheus/typical/typical-series";
import type { TypicalSeries } from "../../prometheus/typical/typical-series";
import { SLO_SERIES } from "../../prometheus/slo/slo-series";
import { BASE_WINDOW } from "../../prometheus/slo/tiles";
import { secondsOf } from "../../query/promql/durations";
import type { ObservedSeries } from "../observed-series";
import { alertRulesOf, recordingRulesOf, ruleChain } from "../rule-chain";
import type { OwnedRule } from "../rule-chain";
import { rulesAtWork } from "../rules-at-work";
import { seriesText } from "../series-text";
import { writeRuns } from "../series-values";
import type { TestFile } from "../test-file";
import { overBudget, together } from "../typical/healthy-files";
import { scrapeSeries } from "../typical/scrape-series";
import { ofProbe, ofSystem, restarted } from "./faults/of-system";
import type { Choice } from "./faults/of-system";
import { withoutTexts } from "./incident-file";
import { seriesRead } from "./rules-concerned";

const HOUR = 60;
/** Minutes of a day, local time, from midnight. */
const DAY = 24 * HOUR;
/** In the busiest hour all pods are replaced. */
const DEPLOYMENT = 10.5 * HOUR;
/** Later one pod of each application restarts. */
const RESTART = 15.25 * HOUR;
/** Minutes from the start until rules know what they compare with. */
const KNOWN_AFTER = HOUR;

/** A quiet day of one system, or of those that read every system. */
export interface QuietDay {
  readonly systems: readonly Service[];
  readonly file: TestFile;
}

/**
 * A day on which nothing is wrong: traffic follows the course of a working day, all pods are
 * replaced by a deployment, and later some restart. No alert fires, no rule fails, every SLO keeps
 * its objective, and in production each recording rule of a system has a sample at the end.
 *
 * @param chosen of those that are judged in one world. @default all
 */
export function quietDays(
  services: readonly Service[],
  environment: EnvironmentConfig,
  chosen: (systems: readonly Service[]) => boolean = () => true,
): readonly QuietDay[] {
  const judged = together(services).filter(chosen);
  if (judged.length === 0) return [];
  const recorded = recordingRulesOf(services, environment);
  const minutes = minutesOfDay(trafficShare(environment));
  return judged.map((systems) =>
    systems.some(readsEverySystem)
      ? quietDay(
          systems,
          [
            ...typicalCharts(environment).map((series) =>
              observedOn(minutes, series),
            ),
            ...services.flatMap((service) => dayOf(service, minutes)),
          ],
          neededBy(systems, recorded, environment),
          environment,
        )
      : quietDay(
          systems,
          systems.flatMap((service) => dayOf(service, minutes)),
          recorded.filter(({ system }) =>
            systems.some(({ key }) => key === system),
          ),
          environment,
        ),
  );
}

function quietDay(
  judged: readonly Service[],
  world: readonly ObservedSeries[],
  recorded: readonly OwnedRule[],
  environment: EnvironmentConfig,
): QuietDay {
  const keys = judged.map(({ key }) => key);
  const rules = rulesAtWork(
    [
      ...recorded.map(({ rule }) => rule),
      ...judged.flatMap((service) => alertRulesOf(service, environment)),
    ],
    world.map(seriesText),
  );
  const atWork = new Set(rules);
  const name = `${keys.join(", ")} on a quiet day`;
  const file: TestFile = {
    name,
    subject: name,
    rules: rules.map(withoutTexts),
    evaluationInterval: "1m",
    groups: [
      {
        name: "no alert, each SLO within its objective, every rule has samples",
        interval: "1m",
        input_series: seriesRead(rules, world).map((series) => ({
          series: seriesText(series),
          values: writeRuns(series.values),
        })),
        alert_rule_test: [],
        promql_expr_test: [
          FIRING,
          ...judged.flatMap(keptObjectives),
          // Where nobody depends on it an hour may pass without a request.
          ...(environment.kind === "production" ? recorded : [])
            .filter(
              ({ system, rule }) =>
                keys.includes(system) && atWork.has(rule) && isDaily(rule),
            )
            .map(({ rule }) => withoutSamples(rule)),
        ].map((expr) => ({
          expr,
          eval_time: `${String(DAY)}m`,
          exp_samples: [],
        })),
      },
    ],
    cost: rules.length * DAY,
    next: `state in the contract of ${keys.join(", ")} what it shows on a day without faults, or mend the rule`,
  };
  return { systems: judged, file };
}

/** No alert fires after the first hour. */
const FIRING = `max by (alertname, system, slo) (count_over_time(ALERTS{alertstate="firing"}[${String(DAY - KNOWN_AFTER)}m]))`;

/** What must be empty at the end, of the SLOs of a system. */
const keptObjectives = (service: Service): readonly string[] => [
  overBudget(service),
  ...budgeted(service.slos)
    .filter(expectsTraffic)
    .map(
      ({ name }) =>
        `absent(${SLO_SERIES.periodErrorRatio}{system="${service.key}", slo="${name}"})`,
    ),
];

/** What every alert about all systems reads, and what records nothing of one system alone. */
function neededBy(
  readers: readonly Service[],
  recorded: readonly OwnedRule[],
  environment: EnvironmentConfig,
): readonly OwnedRule[] {
  const needed = new Set(
    [
      ...readers.flatMap((service) => alertRulesOf(service, environment)),
      ...recorded
        .filter(({ ofEverySystem }) => ofEverySystem)
        .map(({ rule }) => rule),
    ].flatMap((rule) => ruleChain(rule, recorded)),
  );
  return recorded.filter(
    ({ ofEverySystem, rule }) => ofEverySystem || needed.has(rule),
  );
}

/** Not what an outage alone records, nor what compares with a day before this one. */
const isDaily = (rule: OwnedRule["rule"]): boolean =>
  rule.record !== SLO_SERIES.events("missing", BASE_WINDOW) &&
  [...rule.expr.matchAll(/\boffset ([0-9a-z]+)/gu)].every(
    ([, offset = ""]) => (secondsOf(offset) ?? 0) < DAY * 60,
  );

const withoutSamples = ({ record, labels = {} }: OwnedRule["rule"]): string =>
  `absent(${seriesText({ name: record, labels })})`;

/** Seconds of each minute of a day, and those weighted with the traffic of their hours. */
const minutesOfDay = (
  traffic: number,
): readonly Parameters<TypicalSeries["valueAt"]>[0][] => {
  let busy = 0;
  return Array.from({ length: DAY + 1 }, (_, minute) => {
    if (minute > 0) {
      busy +=
        60 * traffic * (WORKING_DAY[Math.floor((minute - 1) / HOUR)] ?? 1);
    }
    return { at: minute * 60, busy };
  });
};

const observedOn = (
  minutes: ReturnType<typeof minutesOfDay>,
  { name, labels, valueAt }: TypicalSeries,
): ObservedSeries => ({ name, labels, values: minutes.map(valueAt) });

/** The series of a system on that day. */
function dayOf(
  service: Service,
  minutes: ReturnType<typeof minutesOfDay>,
): readonly ObservedSeries[] {
  const healthy = [...typicalSeries(service), ...scrapeSeries(service)].map(
    (series) => observedOn(minutes, series),
  );
  const own = ofSystem(service);
  const pods: Choice = (series) => own(series) && !ofProbe(series);
  const first: Choice = (series) =>
    pods(series) && (series.labels["pod"] ?? "").endsWith("-0-new");
  const restart =
    (choice: Choice, renamed: boolean, from: number) =>
    (world: readonly ObservedSeries[]) =>
      restarted(choice, renamed)(world, { from, until: DAY });
  return restart(
    first,
    false,
    RESTART,
  )(restart(pods, true, DEPLOYMENT)(healthy));
}
