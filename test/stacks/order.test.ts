import { goodService } from "../support/services";
import { synthesised } from "../support/synthesise";
import { production } from "../../config/environments/production";
import { plain, stackOf } from "./output";
import type { Resources } from "./output";

const resources = synthesised(
  {
    environments: [plain(production)],
    services: [
      {
        ...goodService,
        exporters: [
          {
            kind: "redis",
            name: "shop-redis-exporter",
            address: "redis://shop-redis:6379",
            password: { kind: "none" },
          },
        ],
      },
    ],
  },
  (outdir) => stackOf(outdir).resource,
);

/** All direct and indirect dependencies of a resource. */
function waitsFor(all: Resources, address: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (next: string): void => {
    const [type = "", name = ""] = next.split(".");
    const text = JSON.stringify(all[type]?.[name] ?? {});
    for (const [reference] of text.matchAll(/\b[a-z]+_\w+\.[\w-]+/g)) {
      const [ofType = "", named = ""] = reference.split(".");
      if (all[ofType]?.[named] === undefined || found.has(reference)) continue;
      found.add(reference);
      visit(reference);
    }
  };
  visit(address);
  return found;
}

const addressesOf = (all: Resources, types: RegExp): readonly string[] =>
  Object.entries(all)
    .filter(([type]) => types.test(type))
    .flatMap(([type, named]) =>
      Object.keys(named).map((name) => `${type}.${name}`),
    );

/** The release of a name. */
function releaseOf(name: string): string {
  const [found] = Object.entries(resources["helm_release"] ?? {}).find(
    ([, release]) => release["name"] === name,
  ) ?? [""];
  expect([name, found]).not.toEqual([name, ""]);
  return `helm_release.${found}`;
}

const impatient = (all: Resources): readonly string[] =>
  addressesOf(all, /^grafana_/).filter(
    (address) =>
      ![...waitsFor(all, address)].some((other) =>
        other.startsWith("terraform_data."),
      ),
  );

it("waits with everything in Grafana until Grafana answers", () => {
  expect(addressesOf(resources, /^terraform_data$/)).toHaveLength(1);
  expect(
    new Set(
      addressesOf(resources, /^grafana_/).map((address) =>
        address.replace(/\..*/, ""),
      ),
    ),
  ).toEqual(
    new Set([
      "grafana_dashboard",
      "grafana_data_source",
      "grafana_folder",
      "grafana_folder_permission",
      "grafana_notification_policy",
      "grafana_rule_group",
      "grafana_team",
    ]),
  );
  expect(impatient(resources)).toEqual([]);
});

it("finds a resource in Grafana that does not wait", () => {
  expect(
    impatient({
      ...resources,
      grafana_dashboard: {
        hasty: { folder: "${grafana_folder.hasty.uid}" },
      },
      grafana_folder: { hasty: { title: "terraform_data" } },
    }),
  ).toEqual(
    expect.arrayContaining(["grafana_dashboard.hasty", "grafana_folder.hasty"]),
  );
});

it.each([
  ["kps", "prometheus-operator-crds"],
  ["shop-monitoring", "kps"],
  ["shop-redis-exporter", "kps"],
  ["grafana", "kps"],
  ["kps", "network-policies"],
  ["grafana", "network-policies"],
  ["shop-redis-exporter", "network-policies"],
  ["pushgateway", "network-policies"],
  ["monitoring-backups", "network-policies"],
  ["monitoring-reports", "network-policies"],
  ["monitoring-reports", "kps"],
])("installs %s after %s", (later, earlier) => {
  expect([...waitsFor(resources, releaseOf(later))]).toContain(
    releaseOf(earlier),
  );
});

it("has the namespaces before the policies, and needs nothing else for them", () => {
  expect(
    [...waitsFor(resources, releaseOf("network-policies"))].sort(),
  ).toEqual([
    expect.stringMatching(/^kubernetes_labels\./),
    expect.stringMatching(/^kubernetes_namespace_v1\./),
  ]);
});

it.each(["kps", "grafana"])("has the priority class before %s", (name) => {
  expect(
    [...waitsFor(resources, releaseOf(name))].filter((address) =>
      address.startsWith("kubernetes_priority_class_v1."),
    ),
  ).toHaveLength(1);
});

it("opens the gate after Grafana's release, and again when its values change", () => {
  const [gate = ""] = addressesOf(resources, /^terraform_data$/);
  expect([...waitsFor(resources, gate)]).toContain(releaseOf("grafana"));
  expect(Object.values(resources["terraform_data"] ?? {})[0]).toMatchObject({
    triggers_replace: {
      url: "${var.grafana_url}",
      values: '${sha256(file("${path.module}/files/values/grafana.json"))}',
    },
  });
});
