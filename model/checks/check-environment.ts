import { days } from "../duration";
import type { EnvironmentConfig } from "../environment";
import { RETENTION_DAYS } from "../metric";
import type { RetentionClass } from "../metric";
import type { Problem } from "../problem";
import type { Service } from "../service";
import { checkAddresses } from "./check-addresses";
import { checkBackups } from "./check-backups";
import { checkCloudWatch } from "./check-cloud-watch";
import { checkCount } from "./check-count";
import { checkIdentity } from "./check-identity";
import { checkMeasures } from "./check-measures";
import { checkNetwork } from "./check-network";
import { checkOverrides } from "./check-overrides";
import { checkReports } from "./check-reports";
import { checkOutsideTargets } from "./check-outside-targets";
import { checkNotification } from "./check-notification";
import { checkSampling } from "./check-sampling";
import { checkSecondPath } from "./check-second-path";
import { checkPeriods } from "./check-slos";
import { checkStores } from "./check-stores";
import { checkSystemFacts } from "./check-system-facts";
import { checkTemplates } from "./check-templates";
import { environmentForm } from "./forms/environment-form";
import { inspect } from "./forms/inspect";
import { checkHttpAddress } from "./http-address";

/** All mistakes of an environment, alone and against the declarations it runs. */
export const checkEnvironment = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Problem[] => {
  const path = `environments/${environment.name}`;
  return [
    ...checkIdentity(path, environment),
    ...inspect(environmentForm, environment, path).values,
    ...checkTemplates(path, environment),
    ...checkAddresses(path, environment),
    ...checkMeasures(path, environment),
    ...checkReplicas(path, environment),
    ...checkElasticsearch(path, environment),
    ...checkCloudWatch(path, environment),
    ...checkNetwork(path, environment),
    ...checkOutsideTargets(path, environment, services),
    ...checkSystemFacts(path, environment, services),
    ...checkBackend(path, environment),
    ...checkBackups(path, environment),
    ...checkReports(path, environment),
    ...checkSafety(path, environment),
    ...checkRetention(path, environment, services),
    ...checkPeriods(environment, services),
    ...checkSampling(environment, services),
    ...checkNotification(environment, services),
    ...checkSecondPath(environment, services),
    ...checkStores(path, environment),
    ...checkOverrides(path, environment, services),
  ];
};

function checkReplicas(
  path: string,
  environment: EnvironmentConfig,
): readonly Problem[] {
  const counts = {
    prometheus: environment.prometheus.replicas,
    alertmanager: environment.alertmanager.replicas,
    grafana: environment.grafana.replicas,
    "alloy.gateway": environment.alloy.gateway.replicas,
  };
  const problems: Problem[] = Object.entries(counts).flatMap(
    ([what, replicas]) => checkCount(`${path} ${what}.replicas`, replicas),
  );
  if (
    environment.grafana.replicas > 1 &&
    environment.grafana.state.kind === "volume"
  ) {
    problems.push({
      path: `${path} grafana.replicas`,
      message: "more than one Grafana cannot share a volume",
      got: String(environment.grafana.replicas),
      next: 'run one, or keep the state in kind "postgres"',
    });
  }
  return problems;
}

function checkElasticsearch(
  path: string,
  { grafana: { elasticsearch } }: EnvironmentConfig,
): readonly Problem[] {
  if (elasticsearch === undefined) return [];
  const { url, index } = elasticsearch;
  return [
    ...checkHttpAddress(`${path} grafana.elasticsearch.url`, url),
    ...(index === ""
      ? [
          {
            path: `${path} grafana.elasticsearch.index`,
            message: "names no index",
            next: "name one, or a pattern: logs-*",
          },
        ]
      : []),
  ];
}

function checkBackend(
  path: string,
  environment: EnvironmentConfig,
): readonly Problem[] {
  const { backend } = environment;
  if (backend.kind !== "local") return [];
  return /^(\.\.\/){3,}[^/]/.test(backend.directory)
    ? []
    : [
        {
          path: `${path} backend.directory`,
          message:
            "the state must lie outside cdktf.out, at a path relative to the stack's folder",
          got: backend.directory,
          allowed: "../../../<folder>",
          next: "an absolute path differs between clones, and cdktf.out is deleted by each synth",
        },
      ];
}

function checkSafety(
  path: string,
  environment: EnvironmentConfig,
): readonly Problem[] {
  return environment.kind === "production" && environment.grafana.loginForm
    ? [
        {
          path: `${path} grafana.loginForm`,
          message:
            "production allows sign-in through the identity provider only",
          next: "set it to false",
        },
      ]
    : [];
}

function checkRetention(
  path: string,
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Problem[] {
  const declared = services.flatMap((service) =>
    Object.entries(service.metrics).map(([name, metric]) => ({
      name: `services/${service.key} metric "${name}"`,
      retention: metric.retention ?? "standard",
    })),
  );
  const longest = declared.reduce<{ name: string; retention: RetentionClass }>(
    (highest, metric) =>
      RETENTION_DAYS[metric.retention] > RETENTION_DAYS[highest.retention]
        ? metric
        : highest,
    { name: "the class every environment keeps", retention: "standard" },
  );
  const { retention: needed, name: because } =
    environment.kind === "production"
      ? longest
      : {
          retention: "standard" as const,
          name: "the class every environment keeps",
        };
  const minimum = days(RETENTION_DAYS[needed]);
  const { retention } = environment.prometheus;
  return retention.milliseconds >= minimum.milliseconds
    ? []
    : [
        {
          path: `${path} prometheus.retention`,
          message: `shorter than the class "${needed}" (${because})`,
          got: retention.toString(),
          allowed: `${minimum.toString()} or more`,
          next: "raise it",
        },
      ];
}
