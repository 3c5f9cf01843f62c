import { assertNever } from "../../model/assert-never";
import { mebibytes } from "../../model/bytes";
import { clusterAddress } from "../../model/cluster-address";
import type { BackupStorage, EnvironmentConfig } from "../../model/environment";
import { managedLabels } from "../../model/kubernetes-object";
import type {
  KubernetesDataObject,
  KubernetesObject,
} from "../../model/kubernetes-object";
import { assumedRole } from "../../helm/parts/bucket-role";
import {
  SMALL,
  containerResources,
} from "../../helm/parts/container-resources";
import {
  RESTRICTED_CONTAINER,
  restrictedPod,
} from "../../helm/parts/security-contexts";
import { serviceUrls } from "../../helm/parts/service-urls";
import type { Values } from "../../helm/parts/values";
import { IMAGES, imageReference } from "./images";
import type { Image } from "./images";
import { BACKUP_LABEL, backupJobs } from "./backup-jobs";
import type { BackupJob } from "./backup-jobs";
import { backupScripts } from "./backup-scripts";
import type { BackupScript } from "./backup-scripts";

/** ServiceAccount that stands for the role of the bucket, and name of the scripts' ConfigMap. */
const NAME = "monitoring-backup";
const SCRIPTS = "/scripts";
const WORK = "/work";
/** User `nobody`: no image needs a user of its own. */
const USER = 65534;

/** The AWS client is a Python program; dumping streams, whatever the size of the database. */
const CLIENT = containerResources({ cpu: 0.05, memory: mebibytes(256) });

/** Where the jobs keep what they save until it is uploaded. */
const WORK_SIZE = "2Gi";

/**
 * Everything that back-ups need: their scripts, the account with the role of the bucket, and a
 * CronJob each. None, where the environment makes none.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
 */
export function backupObjects(
  environment: EnvironmentConfig,
): readonly (KubernetesObject | KubernetesDataObject)[] {
  const { backups, namespace } = environment;
  if (backups.kind === "off") return [];
  const labels = managedLabels("platform");
  return [
    {
      apiVersion: "v1",
      kind: "ServiceAccount",
      metadata: {
        name: NAME,
        namespace,
        labels,
        annotations: assumedRole(backups.roleArn),
      },
      // The role's token is mounted by itself; the API server is not asked for anything.
      automountServiceAccountToken: false,
    },
    {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: NAME, namespace, labels },
      data: backupScripts(),
    },
    ...backupJobs(environment).map((job) => cronJob(job, environment, backups)),
  ];
}

const cronJob = (
  job: BackupJob,
  environment: EnvironmentConfig,
  storage: BackupStorage,
): KubernetesObject => ({
  apiVersion: "batch/v1",
  kind: "CronJob",
  metadata: {
    name: `backup-${job.name}`,
    namespace: environment.namespace,
    labels: managedLabels("platform"),
  },
  spec: {
    schedule: job.schedule,
    timeZone: "Etc/UTC",
    concurrencyPolicy: "Forbid",
    startingDeadlineSeconds: 3600,
    successfulJobsHistoryLimit: 1,
    failedJobsHistoryLimit: 3,
    jobTemplate: {
      spec: {
        backoffLimit: 3,
        activeDeadlineSeconds: 3600,
        template: {
          metadata: {
            labels: {
              ...managedLabels("platform"),
              [BACKUP_LABEL]: job.name,
            },
          },
          spec: {
            serviceAccountName: NAME,
            automountServiceAccountToken: false,
            restartPolicy: "Never",
            securityContext: { ...restrictedPod(USER), fsGroup: USER },
            volumes: [
              { name: "scripts", configMap: { name: NAME } },
              { name: "work", emptyDir: { sizeLimit: WORK_SIZE } },
            ],
            ...containers(job, environment, storage),
          },
        },
      },
    },
  },
});

/**
 * The dump runs as an init container; the upload runs after it, since its image has other programs.
 */
function containers(
  job: BackupJob,
  environment: EnvironmentConfig,
  storage: BackupStorage,
): Values {
  const client = clientOf(job, environment, storage);
  switch (job.name) {
    case "grafana": {
      const file = variable("FILE", "grafana.dump");
      return {
        initContainers: [
          container("dump", IMAGES.postgres, SMALL, "dump-grafana.sh", [
            file,
            ...databaseVariables(environment),
          ]),
        ],
        containers: [client("upload.sh", [file])],
      };
    }
    case "silences": {
      const file = variable("FILE", "silences.json");
      return {
        initContainers: [
          container("export", IMAGES.awsCli, SMALL, "export-silences.sh", [
            file,
            variable("ALERTMANAGER_URL", serviceUrls(environment).alertmanager),
          ]),
        ],
        containers: [client("upload.sh", [file])],
      };
    }
    case "bucket-versions":
      return {
        containers: [
          client("check-bucket-versions.sh", [
            variable("BUCKETS", versionedBuckets(environment).join(" ")),
          ]),
        ],
      };
    default:
      return assertNever(job.name);
  }
}

/** The container that talks to the bucket and the Pushgateway. */
const clientOf =
  (job: BackupJob, environment: EnvironmentConfig, storage: BackupStorage) =>
  (script: BackupScript, variables: readonly Values[]): Values =>
    container("store", IMAGES.awsCli, CLIENT, script, [
      variable("BACKUP", job.name),
      variable("BUCKET", storage.bucket),
      variable("AWS_REGION", storage.region),
      variable("AWS_EC2_METADATA_DISABLED", "true"),
      variable("PUSHGATEWAY_URL", serviceUrls(environment).pushgateway),
      ...variables,
    ]);

const container = (
  name: string,
  image: Image,
  resources: Values,
  script: BackupScript,
  variables: readonly Values[],
): Values => ({
  name,
  image: imageReference(image),
  command: ["/bin/sh", `${SCRIPTS}/${script}`],
  env: [
    variable("WORK", WORK),
    variable("HOME", WORK),
    variable("SCRIPTS", SCRIPTS),
    ...variables,
  ],
  resources,
  securityContext: RESTRICTED_CONTAINER,
  volumeMounts: [
    { name: "scripts", mountPath: SCRIPTS, readOnly: true },
    { name: "work", mountPath: WORK },
  ],
});

const variable = (name: string, value: string): Values => ({ name, value });

function databaseVariables(environment: EnvironmentConfig): readonly Values[] {
  const { state } = environment.grafana;
  if (state.kind === "volume") {
    throw new Error("a Grafana on a volume has no database to dump");
  }
  const [host = ""] = state.host.split(":");
  const { port } = clusterAddress(state.host, environment.namespace, 5432);
  return [
    variable("PGHOST", host),
    variable("PGPORT", String(port)),
    variable("PGDATABASE", state.database),
    variable("PGUSER", state.user),
    variable("PGSSLMODE", "require"),
    {
      name: "PGPASSWORD",
      valueFrom: {
        secretKeyRef: { name: state.password.secret, key: state.password.key },
      },
    },
  ];
}

/** Buckets whose content could be lost by a mistake. */
export const versionedBuckets = ({
  backups,
  logs,
  traces,
}: EnvironmentConfig): readonly string[] => [
  ...(backups.kind === "on" ? [backups.bucket] : []),
  ...[logs.storage, traces.storage].flatMap((storage) =>
    storage.kind === "s3" ? [storage.bucket] : [],
  ),
];
