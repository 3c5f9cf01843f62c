import { mebibytes } from "../../model/bytes";
import type { EnvironmentConfig, Reports } from "../../model/environment";
import { managedLabels } from "../../model/kubernetes-object";
import type {
  KubernetesDataObject,
  KubernetesObject,
} from "../../model/kubernetes-object";
import type { Service } from "../../model/service";
import type { SecretKey } from "../../model/target";
import type { WrittenReport } from "../../model/written-report";
import { containerResources } from "../../helm/parts/container-resources";
import {
  RESTRICTED_CONTAINER,
  restrictedPod,
} from "../../helm/parts/security-contexts";
import type { Values } from "../../helm/parts/values";
import {
  ARTIFACTS,
  reportDefinitions,
  secretFolder,
} from "./report-definitions";
import { REPORT_LABEL, reportJobs } from "./report-jobs";
import type { ReportJob } from "./report-jobs";

/** Name of the ConfigMap with the definitions. */
const NAME = "monitoring-reports";
const DEFINITIONS = "reports.json";
/**
 * The user `node` of the image; a system's own program runs as the same, so that one can read what
 * the other writes.
 */
const USER = 1000;
const THREE_DAYS_IN_SECONDS = 3 * 86_400;

/** A Node.js process that holds a few numbers and one mail. */
const PROGRAM = containerResources({ cpu: 0.05, memory: mebibytes(128) });

/**
 * What reports need: their definitions, and a CronJob each. None, where the environment sends none.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
 */
export function reportObjects(
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly (KubernetesObject | KubernetesDataObject)[] {
  const { reports, namespace } = environment;
  if (reports.kind === "off") return [];
  return [
    {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: NAME, namespace, labels: managedLabels("platform") },
      data: {
        [DEFINITIONS]: `${JSON.stringify(reportDefinitions(environment, services), null, 2)}\n`,
      },
    },
    ...reportJobs(environment).map((job) => cronJob(job, environment, reports)),
  ];
}

const cronJob = (
  job: ReportJob,
  environment: EnvironmentConfig,
  reports: Reports,
): KubernetesObject => ({
  apiVersion: "batch/v1",
  kind: "CronJob",
  metadata: {
    name: `report-${job.name}`,
    namespace: environment.namespace,
    labels: managedLabels("platform"),
  },
  spec: {
    schedule: job.schedule,
    timeZone: reports.timeZone,
    concurrencyPolicy: "Forbid",
    startingDeadlineSeconds: 3600,
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 3,
    jobTemplate: {
      spec: {
        // A retried job could send a report twice. The program itself retries transient failures.
        backoffLimit: 0,
        activeDeadlineSeconds: 3600,
        // ReportJobFailed fires while the failed job exists; it is removed automatically.
        ttlSecondsAfterFinished: THREE_DAYS_IN_SECONDS,
        template: {
          metadata: {
            labels: { ...managedLabels("platform"), [REPORT_LABEL]: job.name },
          },
          spec: podSpec(job, environment, reports),
        },
      },
    },
  },
});

function podSpec(
  job: ReportJob,
  environment: EnvironmentConfig,
  reports: Reports,
): Values {
  const secrets = mountedSecrets(environment);
  const evaluation =
    job.written === undefined ? undefined : evaluationOf(job.written);
  return {
    automountServiceAccountToken: false,
    restartPolicy: "Never",
    securityContext: { ...restrictedPod(USER), fsGroup: USER },
    volumes: [
      { name: "definitions", configMap: { name: NAME } },
      ...secrets.map(secretVolume),
      ...(evaluation?.volumes ?? []),
    ],
    ...(evaluation === undefined
      ? {}
      : { initContainers: [evaluation.container] }),
    containers: [
      {
        name: "report",
        image: reports.image,
        args: ["--report", job.name, "--environment", environment.name],
        resources: PROGRAM,
        securityContext: RESTRICTED_CONTAINER,
        volumeMounts: [
          { name: "definitions", mountPath: "/etc/reports", readOnly: true },
          ...secrets.map(({ secret }) => ({
            name: `secret-${secret}`,
            mountPath: secretFolder(secret),
            readOnly: true,
          })),
          ...(evaluation === undefined
            ? []
            : [{ name: "artifacts", mountPath: ARTIFACTS, readOnly: true }]),
        ],
      },
    ],
  };
}

/** Secrets that the program reads as files. */
export const reportSecrets = ({
  reports,
  smtp,
}: EnvironmentConfig): readonly SecretKey[] =>
  reports.kind === "off"
    ? []
    : [
        smtp.password,
        ...(reports.chat.kind === "on" ? [reports.chat.channel.webhook] : []),
      ];

/** One Secret with all of its keys that are read: a folder is mounted once. */
interface MountedSecret {
  readonly secret: string;
  readonly keys: readonly string[];
}

const mountedSecrets = (
  environment: EnvironmentConfig,
): readonly MountedSecret[] => {
  const references = reportSecrets(environment);
  return [...new Set(references.map(({ secret }) => secret))].map((secret) => ({
    secret,
    keys: references
      .filter((reference) => reference.secret === secret)
      .map(({ key }) => key),
  }));
};

const secretVolume = ({ secret, keys }: MountedSecret): Values => ({
  name: `secret-${secret}`,
  secret: {
    secretName: secret,
    defaultMode: 0o440,
    items: keys.map((key) => ({ key, path: key })),
  },
});

interface Evaluation {
  readonly container: Values;
  readonly volumes: readonly Values[];
}

/**
 * The system's own program, which writes the report that is then sent. It writes to an empty
 * volume, so a file in the image is never sent instead.
 */
function evaluationOf(written: WrittenReport): Evaluation {
  return {
    container: {
      name: "evaluate",
      image: written.image,
      command: written.command,
      workingDir: written.folder,
      env: [
        // Nothing but these two folders can be written to.
        { name: "PYTHONDONTWRITEBYTECODE", value: "1" },
        { name: "HOME", value: "/tmp" },
      ],
      resources: containerResources(written.resources),
      securityContext: RESTRICTED_CONTAINER,
      volumeMounts: [
        { name: "artifacts", mountPath: `${written.folder}/artifacts` },
        { name: "temporary", mountPath: "/tmp" },
      ],
    },
    volumes: [
      { name: "artifacts", emptyDir: { sizeLimit: "256Mi" } },
      { name: "temporary", emptyDir: { sizeLimit: "256Mi" } },
    ],
  };
}
