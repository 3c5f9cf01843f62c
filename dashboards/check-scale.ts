import { decimal } from "../model/decimal";
import type { Panel, Scale } from "../model/dashboard";
import type { EnvironmentConfig } from "../model/environment";
import type { Problem } from "../model/problem";
import type { Service } from "../model/service";
import { scaleOf } from "./scale";
import { limitInUnit, limitsOf, stepLimit } from "./thresholds";

/**
 * Problems of the scale of a gauge or bar gauge: it is missing, does not ascend, or some threshold
 * is off it in an environment.
 */
export function checkScale(
  path: string,
  panel: Panel,
  service: Service,
  environments: readonly EnvironmentConfig[],
): readonly Problem[] {
  const { visualisation, unit } = panel;
  if (visualisation.kind !== "gauge" && visualisation.kind !== "bargauge") {
    return [];
  }
  const { kind } = visualisation;
  const scale = scaleOf(panel);
  if (scale === undefined) {
    return [
      {
        path,
        message: `a ${kind} needs a scale, and its unit has none by nature`,
        got: `unit "${unit}"`,
        next: "say min and max, the values at which it is empty and full",
      },
    ];
  }
  if (!(scale.max - scale.min > 0 && Number.isFinite(scale.max - scale.min))) {
    return [
      {
        path,
        message: `a ${kind} must end above its beginning`,
        got: `${String(scale.min)} to ${String(scale.max)}`,
        next: "correct min and max",
      },
    ];
  }
  return environments.flatMap((environment) => {
    const beyond = limitsBeyond(panel, scale, service, environment);
    return beyond.map((limit) => ({
      path: `${path} in ${environment.name}`,
      message: `a threshold is not on the scale of the ${kind}`,
      got: decimal(limit),
      allowed: `${decimal(scale.min)} to ${decimal(scale.max)}`,
      next: "widen min and max, or leave the step out",
    }));
  });
}

/** Limits whose colour no bar could ever begin or end with. */
const limitsBeyond = (
  panel: Panel,
  { min, max }: Scale,
  service: Service,
  environment: EnvironmentConfig,
): readonly number[] =>
  limitsOf(panel)
    .flatMap(({ thresholds, unit }) =>
      thresholds.kind === "none"
        ? []
        : thresholds.steps.flatMap((step) => {
            const limit = stepLimit(step, service, environment);
            return limit === undefined ? [] : [limitInUnit(limit, unit)];
          }),
    )
    .filter((limit) => limit < min || limit > max);
