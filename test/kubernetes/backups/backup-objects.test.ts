import { values } from "../../../model/label-values";
import { BACKUP_JOBS } from "../../../kubernetes/backups/backup-jobs";
import {
  backupObjects,
  versionedBuckets,
} from "../../../kubernetes/backups/backup-objects";
import { BACKUP_SCRIPTS } from "../../../kubernetes/backups/backup-scripts";
import { requiredSecrets } from "../../../kubernetes/required-secrets";
import { metrics } from "../../../platform/metrics";
import { production } from "../../support/environments/production";
import { staging } from "../../support/environments/staging";
import { containersOf, podsOf } from "../../support/rendered-charts";
import type { Container, RenderedPod } from "../../support/rendered-charts";
import { goodPlatform } from "../../support/services";

const objects = backupObjects(production);
const pods = podsOf(objects);

interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: {
    readonly secretKeyRef: { readonly name: string; readonly key: string };
  };
}

const variables = (container: Container): ReadonlyMap<string, Variable> =>
  new Map(
    (container["env"] as readonly Variable[]).map((variable) => [
      variable.name,
      variable,
    ]),
  );

const scriptOf = (container: Container): string =>
  String((container["command"] as readonly string[])[1]).replace(
    "/scripts/",
    "",
  );

const podOf = (name: string): RenderedPod => {
  const found = pods.find(({ workload }) => workload === `backup-${name}`);
  if (found === undefined) throw new Error(`no job saves ${name}`);
  return found;
};

it("makes none where the environment makes none", () => {
  expect(backupObjects(staging)).toEqual([]);
});

it("makes a job each, with its scripts and the account of the bucket's role", () => {
  expect(
    objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`),
  ).toEqual([
    "ServiceAccount monitoring-backup",
    "ConfigMap monitoring-backup",
    "CronJob backup-grafana",
    "CronJob backup-silences",
    "CronJob backup-bucket-versions",
  ]);
  expect(objects[0]?.metadata.annotations).toEqual({
    "eks.amazonaws.com/role-arn":
      "arn:aws:iam::000000000000:role/production-monitoring-backups",
  });
});

it.each([
  ["grafana", ["dump-grafana.sh", "upload.sh"]],
  ["silences", ["export-silences.sh", "upload.sh"]],
  ["bucket-versions", ["check-bucket-versions.sh"]],
])("%s runs %j in that order", (name, scripts) => {
  expect(containersOf(podOf(name)).map(scriptOf)).toEqual(scripts);
});

it("gives each script the variables that it asks for", () => {
  const scripts = objects.find(({ kind }) => kind === "ConfigMap");
  const texts: Readonly<Record<string, string>> =
    scripts !== undefined && "data" in scripts ? scripts.data : {};
  expect(Object.keys(texts)).toEqual([...BACKUP_SCRIPTS]);
  const asked = (script: string): readonly string[] => [
    ...new Set(
      [...(texts[script] ?? "").matchAll(/"\$\{([A-Z_]+):\?\}"/g)].map(
        ([, name = ""]) => name,
      ),
    ),
  ];
  const missing = pods.flatMap((pod) =>
    containersOf(pod).flatMap((container) => {
      const script = scriptOf(container);
      const own = variables(container);
      return [
        ...asked(script),
        // Jobs that upload or check also report their success.
        ...(container.name === "store" ? asked("push-success.sh") : []),
      ]
        .filter((name) => !own.has(name))
        .map((name) => `${pod.workload} ${script} ${name}`);
    }),
  );
  expect(asked("upload.sh").length).toBeGreaterThan(3);
  expect(missing).toEqual([]);
});

it("saves and uploads the same file", () => {
  for (const name of ["grafana", "silences"]) {
    const files = containersOf(podOf(name)).map(
      (container) => variables(container).get("FILE")?.value,
    );
    expect(new Set(files).size).toBe(1);
    expect(files[0]).toBeDefined();
  }
});

it("takes the password from its Secret, which must exist before the apply", () => {
  const [dump] = containersOf(podOf("grafana"));
  if (dump === undefined) throw new Error("nothing dumps");
  const own = variables(dump);
  expect(own.get("PGPASSWORD")).toEqual({
    name: "PGPASSWORD",
    valueFrom: { secretKeyRef: { name: "grafana-database", key: "password" } },
  });
  expect(
    Object.fromEntries(
      ["PGHOST", "PGPORT", "PGDATABASE", "PGUSER", "PGSSLMODE"].map((name) => [
        name,
        own.get(name)?.value,
      ]),
    ),
  ).toEqual({
    PGHOST: "grafana-postgres.databases.svc",
    PGPORT: "5432",
    PGDATABASE: "grafana",
    PGUSER: "grafana",
    PGSSLMODE: "require",
  });
  expect(
    requiredSecrets(production, []).find(
      ({ name }) => name === "grafana-database",
    )?.usedBy,
  ).toEqual(["backup-grafana", "grafana"]);
});

it("checks the versioning of every bucket of the platform", () => {
  expect(versionedBuckets(production)).toEqual([
    "example-production-monitoring-backups",
    "example-production-logs",
    "example-production-traces",
  ]);
  expect(versionedBuckets(staging)).toEqual([]);
});

it("has the kinds of back-up that the metric's contract has, each named in the alert", () => {
  const contract = metrics["monitoring_backup_last_success_timestamp_seconds"];
  expect(contract?.labels?.["backup"]).toEqual(
    values(...BACKUP_JOBS.map(({ name }) => name).sort()),
  );
  const alert = goodPlatform.alerts.find(
    ({ name }) => name === "MonitoringBackupMissing",
  );
  expect(
    [...(alert?.expr ?? "").matchAll(/\{backup="([^"]+)"\}/g)].map(
      ([, name]) => name,
    ),
  ).toEqual(BACKUP_JOBS.map(({ name }) => name));
});
