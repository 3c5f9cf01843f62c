import type { EnvironmentConfig } from "../../model/environment";
import { values } from "../../model/label-values";
import type { LabelValues } from "../../model/label-values";
import { fulfils, isMatchOperator } from "../../model/label-matcher";
import { logSources } from "../../model/log-pipeline";
import { LOG_LEVELS, UNKNOWN_LEVEL } from "../../model/log-schema";
import { appsOf } from "../../model/service";
import type { Service } from "../../model/service";
import type { StreamLabel } from "../../model/stream-labels";
import type { LogMatcher } from "./stream-selectors";

/** The parts of a declaration that decide the labels of its streams. */
export type LoggedSystem = Pick<
  Service,
  "key" | "namespace" | "logs" | "targets" | "collectionJobs"
>;

/** The parts of an environment that are labels of all its lines. */
export type LoggedEnvironment = Pick<EnvironmentConfig, "name" | "cluster">;

/**
 * What marks a line that a stage could not process.
 * @see https://grafana.com/docs/loki/latest/query/#pipeline-errors
 */
const ERRORS = values(
  "JSONParserErr",
  "LogfmtParserErr",
  "SampleExtractionErr",
  "LabelFilterErr",
  "TemplateFormatErr",
);

/** Levels as the log pipeline normalises them, whatever the application writes. */
export const LEVELS = values(...Object.keys(LOG_LEVELS), UNKNOWN_LEVEL);

/**
 * Values of the labels of log lines, as far as declarations, the log pipeline and Loki decide them.
 * Pods and containers have the names that their owner gives them.
 *
 * @param systems whose lines are read
 * @param environments in which they may be. @default none is known
 */
export function streamValues(
  systems: readonly LoggedSystem[],
  environments: readonly LoggedEnvironment[],
): ReadonlyMap<string, LabelValues> {
  const listed: readonly (readonly [StreamLabel, readonly string[]])[] = [
    ["system", collected(systems).map(({ key }) => key)],
    [
      "namespace",
      systems.flatMap((system) =>
        logSources(system).map(({ namespace }) => namespace),
      ),
    ],
    ["app", systems.flatMap(appsRead)],
    ["environment", environments.map(({ name }) => name)],
    ["cluster", environments.map(({ cluster }) => cluster.name)],
  ];
  if (systems.length === 0) return new Map();
  return new Map([
    ["level", LEVELS] as const,
    ["__error__", ERRORS] as const,
    ...listed
      // Without a target or job there is no app at all; of the others nothing is known then.
      .filter(([label, all]) => all.length > 0 || label === "app")
      .map(([label, all]) => [label, values(...new Set(all))] as const),
  ]);
}

/** Systems whose lines are collected at all. */
const collected = (systems: readonly LoggedSystem[]): readonly LoggedSystem[] =>
  systems.filter((system) => logSources(system).length > 0);

/** Apps whose lines are collected: those that the pipeline names, else those that are declared. */
function appsRead(system: LoggedSystem): readonly string[] {
  const named = logSources(system).flatMap(({ apps = [] }) => apps);
  return [...appsOf(system), ...named];
}

/** Systems that the matchers of a selector read. */
export const systemsRead = <System extends Pick<Service, "key">>(
  matchers: readonly LogMatcher[],
  systems: readonly System[],
): readonly System[] =>
  systems.filter(({ key }) =>
    matchers.every(
      ({ name, operator, value }) =>
        name !== "system" ||
        !isMatchOperator(operator) ||
        fulfils({ operator, value }, key),
    ),
  );
