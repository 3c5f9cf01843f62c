import type { EnvironmentConfig, ThresholdOverride } from "../environment";
import { choiceText, isAmong } from "../environment-choice";
import { everyAlert } from "../every-alert";
import type { Problem } from "../problem";
import type { Service } from "../service";
import { thresholdText } from "../threshold";
import { thresholdsIn } from "../thresholds-in-force";

/** Checks the thresholds that differ in an environment. */
export const checkOverrides = (
  path: string,
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Problem[] =>
  environment.thresholds.flatMap((override, index, all) => {
    const at = `${path} threshold ${nameOf(override)}`;
    return all.slice(0, index).some((one) => nameOf(one) === nameOf(override))
      ? [
          {
            path: at,
            message: "is overridden twice",
            next: "remove one of the entries",
          },
        ]
      : checkOverride(at, override, environment, services);
  });

const nameOf = ({ system, alert, threshold }: ThresholdOverride): string =>
  `${system} ${alert} ${threshold}`;

function checkOverride(
  path: string,
  override: ThresholdOverride,
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Problem[] {
  const service = services.find(({ key }) => key === override.system);
  const alerts = service === undefined ? undefined : everyAlert(service);
  const alert = alerts?.find(({ name }) => name === override.alert);
  const own = alert?.thresholds?.[override.threshold];
  if (own === undefined) {
    return [
      {
        path,
        message: "overrides a threshold that does not exist",
        allowed:
          alert === undefined
            ? (alerts?.map(({ name }) => name).join(", ") ??
              services.map(({ key }) => key).join(", "))
            : Object.keys(alert.thresholds ?? {}).join(", "),
        next: "correct the name or remove the override",
      },
    ];
  }
  if (own.kind !== override.value.kind) {
    return [
      {
        path,
        message: `is a ${override.value.kind} where the alert has a ${own.kind}`,
        next: "use the unit of the alert",
      },
    ];
  }
  if (thresholdText(own) === thresholdText(override.value)) {
    return [
      {
        path,
        message: "changes nothing: the alert has the same value",
        got: thresholdText(own),
        next: "state the value that differs, or remove the override",
      },
    ];
  }
  const only = alert?.only?.environments;
  return only === undefined || isAmong(only, environment)
    ? checkRecomputed(path, override, environment, service)
    : [
        {
          path,
          message: "overrides a threshold of an alert that runs elsewhere",
          allowed: choiceText(only),
          next: "remove the override, or widen only of the alert",
        },
      ];
}

/** The proof follows the threshold: it can be computed, as the declared one was. */
function checkRecomputed(
  path: string,
  { system, alert: name, value }: ThresholdOverride,
  environment: EnvironmentConfig,
  service: Service | undefined,
): readonly Problem[] {
  const alert = service?.alerts.find((each) => each.name === name);
  if (alert?.proofFor === undefined) return [];
  const { expr, exprFor, proof, proofFor, thresholds = {} } = alert;
  if (
    (exprFor?.(thresholds) ?? expr) !== expr ||
    JSON.stringify(proofFor(thresholds)) !== JSON.stringify(proof)
  ) {
    return [
      {
        path,
        message:
          "overrides a threshold of an alert that was changed after a pattern made it, so its expression and proof for another threshold are not known",
        next: "change exprFor and proofFor of the alert alike, or leave them out and give the cases of each environment",
      },
    ];
  }
  try {
    proofFor(thresholdsIn(environment, system, alert));
    return [];
  } catch (error) {
    return [
      {
        path,
        message: `nothing proves the alert with this value: ${error instanceof Error ? error.message : String(error)}`,
        got: thresholdText(value),
        next: "choose a value that the alert can tell apart, or declare the alert for each environment",
      },
    ];
  }
}
