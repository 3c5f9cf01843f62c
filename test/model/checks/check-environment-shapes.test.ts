import { checkEnvironment } from "../../../model/checks/check-environment";
import { checkEnvironmentShapes } from "../../../model/checks/check-environment-shapes";
import { kibibytes, mebibytes } from "../../../model/bytes";
import { days } from "../../../model/duration";
import type { EnvironmentConfig } from "../../../model/environment";
import { formatProblem } from "../../../model/problem";
import { plain } from "../../stacks/output";
import { production } from "../../support/organisation/environments";
import { goodService } from "../../support/services";

const good = plain(production);
const { grafana, notification, prometheus, logs } = good;

const shapes = (environment: unknown): readonly string[] =>
  checkEnvironmentShapes([environment]).map(formatProblem);

it("finds nothing in a good environment", () => {
  expect(shapes(good)).toEqual([]);
});

const optional = ["watches", "collectionImages", "systemUrls"];

it.each(Object.keys(good).filter((key) => !optional.includes(key)))(
  "names an environment without %s",
  (section) => {
    expect(shapes({ ...good, [section]: undefined })).toEqual([
      expect.stringMatching(
        section === "name"
          ? /^environments\[0\] name: is missing; state a text$/
          : new RegExp(`^environments/production ${section}: is missing;`),
      ),
    ]);
  },
);

it.each<[object, string]>([
  [
    { notification: { ...notification, pager: { kind: "sometimes" } } },
    'notification.pager.kind: is not one of the choices, got "sometimes"; allowed: on, off; choose one',
  ],
  [
    { notification: { ...notification, unrouted: { kind: "irc" } } },
    'notification.unrouted.kind: is not one of the choices, got "irc"; allowed: slack, msteams; choose one',
  ],
  [
    { metrics: { kind: "cortex" } },
    'metrics.kind: is not one of the choices, got "cortex"; allowed: prometheus, thanos, mimir; choose one',
  ],
  [
    { logs: { ...logs, kind: "distributed", storage: undefined } },
    "logs.storage: is missing; state an object",
  ],
  [
    { namespace: "observability" },
    'namespace: is not one of the choices, got "observability"; allowed: monitoring; choose one',
  ],
  [
    { prometheus: { ...prometheus, retention: "90d" } },
    'prometheus.retention: must be a duration such as minutes(5), got the text "90d"; correct it',
  ],
  [
    { alertmanager: { ...good.alertmanager, replicas: "3" } },
    'alertmanager.replicas: must be a number, got the text "3"; correct it',
  ],
  [
    { ingress: { ...good.ingress, trusted: "no" } },
    'ingress.trusted: must be true or false, got the text "no"; correct it',
  ],
  [
    {
      thresholds: [
        {
          system: "shop",
          alert: "ShopErrors",
          threshold: "errorRatio",
          value: 5,
          reason: "a test",
        },
      ],
    },
    "thresholds.0.value: must be a limit such as percent(5), minutes(5), gibibytes(2) or count(5, …), got number 5; correct it",
  ],
])("names what an environment lacks, case %#", (change, message) => {
  expect(shapes({ ...good, ...change })).toContain(
    `environments/production ${message}`,
  );
});

it("names an import that is undefined", () => {
  expect(shapes(undefined)).toEqual([
    "environments[0]: is missing; state an object",
  ]);
});

it.each<[string, object, string]>([
  [
    "a cluster without a name",
    { cluster: { ...good.cluster, name: "" } },
    'cluster.name: is not the value of a label, got ""; allowed: 1 to 63 letters, digits, -, _ and ., beginning and ending with a letter or digit; correct it',
  ],
  [
    "a storage class with a space",
    {
      prometheus: {
        ...prometheus,
        volume: { ...prometheus.volume, storageClass: "fast disk" },
      },
    },
    'prometheus.volume.storageClass: is not a name that Kubernetes allows, got "fast disk"; allowed: a-z, 0-9, - and ., at most 253 characters; correct it',
  ],
  [
    "a volume that is too small",
    {
      prometheus: { ...prometheus, volume: { size: mebibytes(500) } },
    },
    "prometheus.volume.size: is too small for a volume, got 500Mi; allowed: 1Gi or more; write it with gibibytes()",
  ],
  [
    "memory in the wrong unit",
    { alloy: { ...good.alloy, logs: { cpu: 0.1, memory: kibibytes(256) } } },
    "alloy.logs.memory: is less than any program needs, got 262144 bytes; allowed: 1 MiB or more; write it with mebibytes() or gibibytes()",
  ],
  [
    "a back-up with an invalid bucket",
    {
      backups: {
        kind: "on",
        bucket: "My bucket",
        region: "eu-central-1",
        roleArn: "arn:aws:iam::000000000000:role/backups",
      },
    },
    'backups.bucket: is not a bucket name, got "My bucket"; allowed: 3 to 63 lower-case letters, digits, dots and hyphens; correct it',
  ],
  [
    "a pager that is off without a reason",
    { notification: { ...notification, pager: { kind: "off", reason: "" } } },
    'notification.pager.reason: must not be empty, got ""; give the reason',
  ],
  [
    "a heartbeat that waits ten years",
    {
      notification: {
        ...notification,
        heartbeat: { ...notification.heartbeat, after: days(3_650) },
      },
    },
    "notification.heartbeat.after: is out of range, got 3650d; allowed: 2m to 1d; correct it",
  ],
  [
    "an administrator's Secret without a name",
    { grafana: { ...grafana, admin: { ...grafana.admin, secret: "" } } },
    'grafana.admin.secret: is not a name that Kubernetes allows, got ""; allowed: a-z, 0-9, - and ., at most 253 characters; correct it',
  ],
  [
    "a group that ends the query it is quoted in",
    {
      grafana: {
        ...grafana,
        singleSignOn: { ...grafana.singleSignOn, adminGroup: "a'b" },
      },
    },
    `grafana.singleSignOn.adminGroup: is not the name of a group, got "a'b"; allowed: one line without quotes and backslashes; write it as the identity provider does`,
  ],
  [
    "a sender that is no mailbox",
    { smtp: { ...good.smtp, from: "monitoring" } },
    'smtp.from: is not an e-mail address, got "monitoring"; allowed: name@domain.tld; correct it',
  ],
  [
    "charts from an address with credentials",
    {
      charts: { kind: "mirror", repository: "https://u:p@charts.example.com" },
    },
    'charts.repository: is not the address of a chart repository, got "https://…@charts.example.com"; allowed: https://<host>/<path> or oci://<host>/<path>, without credentials; correct it',
  ],
  [
    "an archive on a port that is none",
    { metrics: { ...good.metrics, queryPodPort: 99_999 } },
    "metrics.queryPodPort: is not a port, got 99999; allowed: 1 to 65535; correct it",
  ],
])("refuses %s", (_, change, message) => {
  const environment: EnvironmentConfig = { ...good, ...change };
  expect(
    checkEnvironment(environment, [goodService]).map(formatProblem),
  ).toEqual([`environments/production ${message}`]);
});
