import { minutes } from "../../model/duration";
import type { EnvironmentConfig } from "../../model/environment";
import type { RecordingGroup } from "../../model/recording-rule";
import { rememberedLast } from "../../model/remembered";
import type { Service } from "../../model/service";
import { budgeted } from "../../model/slo";
import { namesIn } from "../../query/promql/names-in";
import { readQuery } from "../../query/promql/read-query";
import { WINDOWS, periodWindows, periodsOf } from "./slo-windows";
import { alertRule } from "../rules/alert-rules";
import { splitByWindow, longGroup } from "../rules/long-windows";
import { recordingRules } from "../rules/recording-rules";
import type { Rule, RuleGroup } from "../rules/rule-group";
import { baseRules, violationRule } from "./base-rules";
import { calendarRules } from "./calendar-rules";
import { budgetRules, errorRatioRules, selectorOf } from "./ratio-rules";
import { sloAlerts } from "./tier-alerts";
import { windowRules } from "./window-rules";

/** Evaluation interval of all SLO rules. */
const INTERVAL = minutes(1);

/**
 * All SLO rules of a system as one group, evaluated in sequence, so that an alert is at most one
 * evaluation late: the recording groups that the SLOs read, the base rules, one tree of windows for
 * all of them, and the alerts.
 */
export function sloGroups(
  service: Service,
  environment: EnvironmentConfig,
): readonly RuleGroup[] {
  const { key, slos } = service;
  if (slos.length === 0) return [];
  const feeding = feedingGroups(service).map((group) => ({
    name: group.name,
    ...splitByWindow(group.interval, recordingRules(key, group)),
  }));
  return [
    {
      name: `${key}-slos`,
      interval: INTERVAL.toString(),
      rules: [
        ...feeding.flatMap(({ short }) => short),
        ...slos.flatMap((slo) =>
          slo.kind === "zero-tolerance"
            ? [violationRule(slo, key)]
            : baseRules(slo, service),
        ),
        ...budgetTree(service),
        ...slos.flatMap((slo) =>
          sloAlerts(slo, key).map((alert) =>
            alertRule(alert, service, environment),
          ),
        ),
      ],
    },
    // No SLO reads these, and they read the series recorded above.
    ...feeding.flatMap(({ name, long }) => longGroup(name, long)),
  ];
}

/** The same in every environment. */
const budgetTree = rememberedLast(({ key, slos }: Service): readonly Rule[] => {
  const own = budgeted(slos);
  if (own.length === 0) return [];
  const periods = periodsOf(own);
  return [
    ...WINDOWS.flatMap((window) =>
      windowRules(window, selectorOf(key, own), key),
    ),
    ...periodWindows(periods).flatMap((window) =>
      windowRules(window, selectorOf(key, own, window.length), key),
    ),
    ...errorRatioRules(key, own, periods),
    ...budgetRules(key),
    ...calendarRules(key, own),
  ];
});

/**
 * Recording groups that SLOs read and that have the same interval. In a group of their own they
 * would be evaluated at another second of the minute, and the SLOs would read stale values.
 */
export const feedingGroups = rememberedLast(
  ({ recording, slos }: Service): readonly RecordingGroup[] => {
    const read = new Set(
      slos.flatMap((slo) =>
        [slo.bad, ...("total" in slo ? [slo.total] : [])].flatMap((expr) =>
          namesIn(readQuery(expr)),
        ),
      ),
    );
    return recording.filter(
      ({ interval, rules }) =>
        interval.milliseconds === INTERVAL.milliseconds &&
        rules.some(({ record }) => read.has(record)),
    );
  },
);
