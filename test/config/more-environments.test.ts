import { checkAll } from "../../checks/check-all";
import { listRunbooks } from "../../checks/list-runbooks";
import { production } from "../../config/environments/production";
import { staging } from "../../config/environments/staging";
import type { Inventory } from "../../inventory/inventory";
import { readInventories } from "../../inventory/read-inventory";
import type { EnvironmentConfig } from "../../model/environment";
import { formatProblem } from "../../model/problem";
import { filesOf, stackOf } from "../stacks/output";
import { services } from "./support/declared";
import { synthesisedAlone } from "../support/synthesise";

const problems = (all: readonly EnvironmentConfig[]): readonly string[] =>
  checkAll(all, services, {
    runbooks: listRunbooks("docs/runbooks"),
    now: new Date("2026-12-01T00:00:00Z"),
  }).map(formatProblem);

const bucket = (name: string) => ({
  kind: "s3" as const,
  bucket: name,
  region: "eu-west-1",
  lifecycle: production.logs.retention,
  roleArn: "arn:aws:iam::000000000000:role/dr",
});

/** A second production, somewhere else: all that the file of a third environment would say. */
const dr: EnvironmentConfig = {
  ...production,
  name: "dr",
  cluster: { name: "dr", kubeconfigContext: "dr" },
  domain: "monitoring.dr.example.com",
  logs: {
    ...production.logs,
    storage: {
      ...bucket("example-dr-logs"),
      lifecycle: lifecycleOf(production.logs.storage),
    },
  },
  traces: {
    ...production.traces,
    storage: {
      ...bucket("example-dr-traces"),
      lifecycle: lifecycleOf(production.traces.storage),
    },
  },
  backups: {
    kind: "on",
    bucket: "example-dr-backups",
    region: "eu-west-1",
    roleArn: "arn:aws:iam::000000000000:role/dr",
  },
};

function lifecycleOf(storage: EnvironmentConfig["logs"]["storage"]) {
  if (storage.kind !== "s3") throw new Error("keeps nothing in a bucket");
  return storage.lifecycle;
}

describe("a third environment", () => {
  // Named, so that an environment that is declared later is not a fourth.
  const three = [staging, production, dr];
  const { inventories, alerts } = synthesisedAlone(
    three,
    { environments: three, services },
    (outdir) => ({
      inventories: readInventories(outdir),
      alerts: new Map(
        readInventories(outdir).map(({ environment, alerts: its }) => [
          environment,
          its.map(({ name }) => name),
        ]),
      ),
    }),
  );

  it("is one entry more, and no problem", () => {
    expect(problems(three)).toEqual([]);
  });

  it("becomes a stack beside the others", () => {
    expect(
      inventories.map(({ environment }) => environment).toSorted(),
    ).toEqual(["dr", "production", "staging"]);
  });

  it("runs what production runs, since its kind says so", () => {
    expect(alerts.get("dr")).toContain("MonitoringBackupMissing");
    expect(alerts.get("dr")).toEqual(alerts.get("production"));
    expect(alerts.get("staging")).not.toContain("MonitoringBackupMissing");
  });

  it("is warned of while nobody watches it, and no longer when somebody does", () => {
    expect(warningsOf(inventories, "dr")).toEqual([
      "environments/dr: no other environment watches it: when its cluster is gone, only the external dead man's switch notifies anybody; name it in watches of another environment",
    ]);
    expect(warningsOf(inventories, "production")).toEqual([]);
    expect(warningsOf(inventories, "staging")).toEqual([]);
    const ring = [
      staging,
      {
        ...production,
        watches: {
          environment: "dr",
          channels: production.notification.secondPath.channels,
        },
      },
      dr,
    ];
    expect(problems(ring)).toEqual([]);
    const watched = synthesisedAlone(
      ring,
      { environments: ring, services },
      readInventories,
    );
    expect(warningsOf(watched, "dr")).toEqual([]);
  });
});

describe("a single environment", () => {
  const { watches, ...alone } = production;

  it("needs no other one", () => {
    expect(watches).toBeDefined();
    expect(problems([alone])).toEqual([]);
  });

  it("reports that the watched environment does not exist", () => {
    expect(problems([production])).toEqual([
      "environments/production watches.environment: no such environment, got staging; omit watches: there is no other environment",
    ]);
  });

  it("looks at nobody, and is warned of", () => {
    const { inventory, resources, files } = synthesisedAlone(
      [alone],
      { environments: [alone], services },
      (outdir) => ({
        inventory: readInventories(outdir),
        resources: stackOf(outdir).resource,
        files: filesOf(outdir),
      }),
    );
    expect(warningsOf(inventory, "production")).toEqual([
      "environments/production: no other environment watches it: when its cluster is gone, only the external dead man's switch notifies anybody; name it in watches of another environment",
    ]);
    expect([...files.keys()]).not.toContainEqual(
      expect.stringContaining("watched-environment"),
    );
    const text = JSON.stringify(
      resources["grafana_rule_group"] ?? "no rules at all",
    );
    expect(text).toContain("second-path");
    expect(text).not.toMatch(/PeerUnreachable|PeerNotWatched/);
    expect(
      JSON.stringify(resources["grafana_notification_policy"]),
    ).not.toContain("watched");
    expect(
      files.get("stacks/production/files/values/grafana.json"),
    ).not.toContain("watched-environment");
  });
});

it("is refused whole where there is none", () => {
  expect(problems([])).toEqual([
    "environments: there are none, so nothing would be deployed, and the output of an earlier run would stay; declare one",
  ]);
});

it("says of two environments of one name that they are", () => {
  expect(
    problems([staging, production, { ...production, cluster: dr.cluster }]),
  ).toEqual([
    "environments/production: 2 environments have this name, which is a stack, its state and a label; rename all but one",
  ]);
});

const warningsOf = (
  inventories: readonly Inventory[],
  name: string,
): readonly string[] =>
  inventories
    .filter(({ environment }) => environment === name)
    .flatMap(({ warnings }) => warnings);
