import { production } from "../../../config/environments/production";
import { staging } from "../../../config/environments/staging";
import { reportDefinitions } from "../../../kubernetes/reports/report-definitions";
import { reportJobs } from "../../../kubernetes/reports/report-jobs";
import { reportObjects } from "../../../kubernetes/reports/report-objects";
import { requiredSecrets } from "../../../kubernetes/required-secrets";
import type { EnvironmentConfig, Reports } from "../../../model/environment";
import { readDefinitions } from "../../../reports/read-definitions";
import { services } from "../../support/declared";
import { containersOf, podsOf } from "../../support/rendered-charts";
import { goodService } from "../../support/services";

if (production.reports.kind === "off") throw new Error("no reports");
const good = production.reports;
const having = (change: Partial<Reports>): EnvironmentConfig => ({
  ...production,
  reports: { ...good, ...change },
});

const podsIn = (environment: EnvironmentConfig) =>
  podsOf(reportObjects(environment, services));

const pods = podsIn(production);
const podOf = (name: string) => {
  const found = pods.find(({ workload }) => workload === `report-${name}`);
  if (found === undefined) throw new Error(`no job is ${name}`);
  return found;
};

const objects = reportObjects(production, services);
const text = JSON.stringify(objects);

it("sends none where the environment sends none", () => {
  expect(reportObjects(staging, services)).toEqual([]);
  expect(reportDefinitions(staging, services)).toBeUndefined();
  expect(reportJobs(staging)).toEqual([]);
});

it("makes a job each at its time, in the time zone of the reports", () => {
  const made = reportObjects(
    having({
      timeZone: "Europe/Zurich",
      weekly: { day: "friday", at: "16:05" },
      monthly: { at: "09:30" },
    }),
    services,
  );
  expect(made.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    "ConfigMap monitoring-reports",
    "CronJob report-weekly",
    "CronJob report-monthly",
    "CronJob report-quality",
  ]);
  const schedules = made.flatMap((object) =>
    "spec" in object
      ? [[object.spec["schedule"], object.spec["timeZone"]]]
      : [],
  );
  expect(schedules).toEqual([
    ["5 16 * * 5", "Europe/Zurich"],
    ["30 9 1-3 * *", "Europe/Zurich"],
    ["0 6 * * *", "Europe/Zurich"],
  ]);
});

it("tries once, never two at a time, and forgets a failure after three days", () => {
  for (const object of objects) {
    if (!("spec" in object)) continue;
    expect(object.spec).toMatchObject({
      concurrencyPolicy: "Forbid",
      startingDeadlineSeconds: 3600,
      successfulJobsHistoryLimit: 3,
      failedJobsHistoryLimit: 3,
      jobTemplate: {
        spec: {
          backoffLimit: 0,
          activeDeadlineSeconds: 3600,
          ttlSecondsAfterFinished: 259_200,
          template: { spec: { restartPolicy: "Never" } },
        },
      },
    });
  }
});

const monitoring = services.find(({ key }) => key === "platform");
if (monitoring === undefined) throw new Error("no platform");

it("has names that ReportJobFailed looks for", () => {
  const alert = monitoring.alerts.find(
    ({ name }) => name === "ReportJobFailed",
  );
  const [, pattern = ""] = /job_name=~"([^"]+)"/.exec(alert?.expr ?? "") ?? [];
  const matches = new RegExp(`^(?:${pattern})$`);
  expect(pods.length).toBeGreaterThan(2);
  for (const { workload } of pods) {
    // The controller adds the time to the name.
    expect(`${workload}-29412345`).toMatch(matches);
    expect(workload.length).toBeLessThan(52);
  }
  expect("backup-grafana-29412345").not.toMatch(matches);
});

it("has CQVR's own program write the report that ours sends", () => {
  const pod = podOf("quality");
  const [evaluate, report, ...more] = containersOf(pod);
  expect(more).toEqual([]);
  expect(pod.spec.initContainers).toEqual([evaluate]);
  expect(evaluate).toMatchObject({
    image: "ghcr.io/example/cqvr:1.0.0",
    command: ["python", "scripts/evaluate_all_contracts.py"],
    workingDir: "/opt/farfan",
  });
  const mountOf = (container: typeof evaluate): unknown =>
    (
      container?.["volumeMounts"] as readonly {
        readonly name: string;
        readonly mountPath: string;
      }[]
    ).find(({ name }) => name === "artifacts")?.mountPath;
  expect(mountOf(evaluate)).toBe("/opt/farfan/artifacts");
  expect(reportDefinitions(production, services)?.reports["quality"]).toEqual({
    kind: "file",
    title: "CQVR quality report",
    file: `${String(mountOf(report))}/CQVR_EVALUATION_REPORT.md`,
    recipients: ["stakeholders@example.com"],
  });
  const volumes = pod.spec["volumes"] as readonly { readonly name: string }[];
  // Empty when the pod starts: no file of an image is sent.
  expect(volumes.find(({ name }) => name === "artifacts")).toEqual({
    name: "artifacts",
    emptyDir: { sizeLimit: "256Mi" },
  });
});

it("gives secrets as files to our program only, and each file that it reads is mounted", () => {
  const definitions = reportDefinitions(production, services);
  const files = [
    definitions?.mail.passwordFile,
    definitions?.slack?.webhookFile,
  ];
  expect(files).toEqual([
    "/etc/secrets/smtp/password",
    "/etc/secrets/alertmanager-slack/monitoring-reports",
  ]);
  for (const pod of pods) {
    const volumes = pod.spec["volumes"] as readonly {
      readonly name: string;
      readonly secret?: {
        readonly secretName: string;
        readonly items: readonly { readonly path: string }[];
      };
    }[];
    const mountsOf = (container: Readonly<Record<string, unknown>>) =>
      container["volumeMounts"] as readonly {
        readonly name: string;
        readonly mountPath: string;
      }[];
    const [own] = pod.spec.containers;
    if (own === undefined) throw new Error("no container");
    const mounted = mountsOf(own).flatMap(({ name, mountPath }) =>
      (volumes.find((one) => one.name === name)?.secret?.items ?? []).map(
        ({ path }) => `${mountPath}/${path}`,
      ),
    );
    expect(mounted).toEqual(files);
    for (const other of pod.spec.initContainers ?? []) {
      expect(
        mountsOf(other)
          .map(({ name }) => name)
          .join(),
      ).not.toContain("secret");
    }
  }
  expect(text).not.toContain("secretKeyRef");
});

it("mounts one Secret once, though both keys lie in it", () => {
  const [pod] = podsIn({
    ...having({
      chat: {
        kind: "on",
        channel: {
          kind: "slack",
          channel: "#reports",
          webhook: { secret: "smtp", key: "webhook" },
        },
      },
    }),
  });
  const volumes = pod?.spec["volumes"] as readonly unknown[];
  expect(volumes).toEqual([
    { name: "definitions", configMap: { name: "monitoring-reports" } },
    {
      name: "secret-smtp",
      secret: {
        secretName: "smtp",
        defaultMode: 0o440,
        items: [
          { key: "password", path: "password" },
          { key: "webhook", path: "webhook" },
        ],
      },
    },
  ]);
});

it("needs no webhook and posts to no channel where there is no chat", () => {
  const quiet = having({ chat: { kind: "off", reason: "a mail is enough" } });
  expect(reportDefinitions(quiet, services)).not.toHaveProperty("slack");
  const users = requiredSecrets(quiet, services)
    .filter(({ usedBy }) => usedBy.includes("report-weekly"))
    .map(({ name, keys }) => `${name}: ${keys.join()}`);
  expect(users).toEqual(["smtp: password"]);
});

it("makes no quality report where it is switched off", () => {
  const without = having({
    written: { quality: { kind: "off", reason: "no CQVR here" } },
  });
  expect(reportJobs(without).map(({ name }) => name)).toEqual([
    "weekly",
    "monthly",
  ]);
  expect(
    Object.keys(reportDefinitions(without, services)?.reports ?? {}),
  ).toEqual(["weekly", "monthly"]);
});

it("mounts what the program reads: form, environment, and a report for each job", () => {
  const map = objects.find(({ kind }) => kind === "ConfigMap");
  const mounted = map !== undefined && "data" in map ? map.data : {};
  const read = readDefinitions(mounted["reports.json"] ?? "", "production");
  expect(read).toEqual(reportDefinitions(production, services));
  expect(Object.keys(read.reports)).toEqual(
    reportJobs(production).map(({ name }) => name),
  );
  for (const { name } of reportJobs(production)) {
    expect(containersOf(podOf(name)).at(-1)?.["args"]).toEqual([
      "--report",
      name,
      "--environment",
      "production",
    ]);
  }
});

it("has the sections of a system once it is declared", () => {
  const titles = (declared: typeof services): readonly string[] => {
    const weekly = reportDefinitions(production, declared)?.reports["weekly"];
    return weekly?.kind === "summary"
      ? weekly.sections.map(({ title }) => title)
      : [];
  };
  expect(titles([monitoring])).toEqual(["Alerts of every system"]);
  expect(titles([monitoring, { ...goodService, key: "cqvr" }])).toEqual([
    "CQVR: quality of contracts",
    "CQVR: actions and deployments",
    "Alerts of every system",
  ]);
});
