import { mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { production, staging } from "../support/organisation/environments";
import type { Backend } from "../../model/backend";
import type { EnvironmentConfig } from "../../model/environment";
import { readInventories } from "../../inventory/read-inventory";
import type { Alert } from "../../model/alert";
import { percent } from "../../model/ratio";
import type { Service } from "../../model/service";
import { sloDefinitions } from "../../prometheus/slo/slo-definitions";
import { synthesise } from "../../stacks/synthesise";
import { services } from "../support/organisation/services";
import { promisingService } from "../support/slos";
import { goodAlert, goodService } from "../support/services";
import { synthesised } from "../support/synthesise";
import { filesOf, local, plain, stackOf } from "./output";

it("writes the same bytes every time, wherever it writes", () => {
  const input = { environments: [local(staging), local(production)] };
  expect(synthesised(input, filesOf)).toEqual(synthesised(input, filesOf));
});

const BACKENDS: readonly (readonly [Backend, object])[] = [
  [
    { kind: "local", directory: "../../../state" },
    { local: { path: "../../../state/production.tfstate" } },
  ],
  [
    { kind: "s3", bucket: "b", region: "r" },
    {
      s3: {
        bucket: "b",
        region: "r",
        key: "monitoring-stack/production.tfstate",
        encrypt: true,
        use_lockfile: true,
      },
    },
  ],
  [
    { kind: "gcs", bucket: "b" },
    { gcs: { bucket: "b", prefix: "monitoring-stack/production" } },
  ],
  [
    {
      kind: "azurerm",
      resourceGroup: "g",
      storageAccount: "a",
      container: "c",
    },
    {
      azurerm: {
        resource_group_name: "g",
        storage_account_name: "a",
        container_name: "c",
        key: "monitoring-stack/production.tfstate",
      },
    },
  ],
  [
    { kind: "kubernetes", namespace: "n" },
    {
      kubernetes: {
        secret_suffix: "monitoring-stack-production",
        namespace: "n",
        config_context: "production",
      },
    },
  ],
];

const byKind = BACKENDS.map(
  ([backend, expected]) => [backend.kind, backend, expected] as const,
);

it.each(byKind)("keeps the state where %s says", (_, backend, expected) => {
  expect(
    synthesised(
      { environments: [{ ...production, backend }] },
      (outdir) => stackOf(outdir).terraform.backend,
    ),
  ).toEqual(expected);
});

it.each(byKind)("names no path of this machine with %s", (_, backend) => {
  const files = synthesised(
    { environments: [{ ...production, backend }] },
    (outdir) =>
      [...filesOf(outdir)].filter(([, text]) =>
        [process.cwd(), outdir, tmpdir(), realpathSync(tmpdir()), homedir()]
          // Of some machines the home is a word that text has too.
          .filter((path) => path.length > 1)
          .some((path) => text.includes(`${path}/`)),
      ),
  );
  expect(files.map(([path]) => path)).toEqual([]);
});

it("warns of a production whose state lies in a local file, and of nothing else", () => {
  const warnings = (environment: EnvironmentConfig): readonly string[] =>
    synthesised({ environments: [environment] }, readInventories).flatMap(
      (inventory) => inventory.warnings,
    );
  expect(warnings(local(production))).toEqual([
    "environments/production backend: production keeps its state in a local file: nobody else can apply, nothing locks it, and it is lost with this machine; choose a shared backend: s3, gcs, azurerm or kubernetes",
  ]);
  expect(warnings(local(staging))).toEqual([]);
  expect(warnings(production)).toEqual([]);
});

it("refuses an unsound environment and writes nothing", () => {
  const unsound = {
    ...production,
    grafana: { ...production.grafana, loginForm: true },
  };
  const folder = mkdtempSync(join(tmpdir(), "unsound-"));
  try {
    const problems = synthesise(
      {
        environments: [staging, unsound],
        services,
        runbooksFolder: "docs/runbooks",
      },
      { now: new Date("2026-12-01T00:00:00Z"), out: folder },
    );
    expect(problems.map(({ message }) => message)).toContainEqual(
      expect.stringContaining(
        "production allows sign-in through the identity provider only",
      ),
    );
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it("pins every provider to the version that was tried", () => {
  const { required_providers: providers } = synthesised(
    {},
    (outdir) => stackOf(outdir).terraform,
  );
  expect(
    Object.fromEntries(
      Object.entries(providers).map(([name, { version }]) => [name, version]),
    ),
  ).toEqual({ grafana: "4.45.1", helm: "3.1.1", kubernetes: "2.38.0" });
});

it("installs every release at a pinned version, all or nothing", () => {
  const releases = synthesised({}, (outdir) =>
    Object.values(stackOf(outdir).resource["helm_release"] ?? {}),
  );
  expect(releases.length).toBeGreaterThan(5);
  for (const release of releases) {
    expect(release).toMatchObject({
      atomic: true,
      cleanup_on_fail: true,
      timeout: 900,
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
    });
  }
});

describe("one alert", () => {
  const other: Service = {
    ...goodService,
    key: "store",
    targets: [],
    probes: [],
    dashboards: [],
    recording: [],
  };
  const filesWith = (
    ...alerts: readonly Alert[]
  ): ReadonlyMap<string, string> =>
    synthesised(
      {
        environments: [plain(production)],
        services: [{ ...goodService, alerts }, other],
      },
      filesOf,
    );
  const before = filesWith(goodAlert);
  const changed = (after: ReadonlyMap<string, string>): readonly string[] =>
    [...new Set([...before.keys(), ...after.keys()])].filter(
      (path) => before.get(path) !== after.get(path),
    );

  it.each<[string, readonly Alert[], readonly string[]]>([
    ["another text", [{ ...goodAlert, summary: "Shop burns" }], []],
    [
      "another threshold, which a panel shows,",
      [{ ...goodAlert, thresholds: { errorRatio: percent(7) } }],
      ["stacks/production/files/dashboards/shop.json"],
    ],
    ["a second one", [goodAlert, { ...goodAlert, name: "ShopErrorsToo" }], []],
    [
      "one of a name that the chart has too, and shall have no longer,",
      [goodAlert, { ...goodAlert, name: "TargetDown" }],
      ["stacks/production/files/values/kps.json"],
    ],
  ])(
    "%s changes that service's files and no other service's",
    (_, alerts, also) => {
      expect(changed(filesWith(...alerts))).toEqual(
        [
          ...also,
          // For readers of what is declared; no resource reads it.
          "stacks/production/files/catalogue.json",
          "stacks/production/files/values/shop-monitoring.json",
        ].sort(),
      );
    },
  );
});

it("writes a system's SLOs for its application, and nothing for one without SLOs", () => {
  const files = synthesised(
    {
      environments: [plain(production)],
      services: [
        promisingService,
        { ...goodService, key: "store", dashboards: [] },
      ],
    },
    filesOf,
  );
  const written = [...files].filter(([path]) => path.includes("/files/slos/"));
  expect(written).toEqual([
    [
      "stacks/production/files/slos/shop.json",
      JSON.stringify(sloDefinitions(promisingService), null, 2),
    ],
  ]);
});

it("keeps text that Terraform would read as a template, and any script", () => {
  const text = "${oops} %{x} Größe 監視";
  const service: Service = {
    ...goodService,
    displayName: text,
    alerts: [{ ...goodAlert, summary: text }],
    dashboards: goodService.dashboards.map((dashboard) => ({
      ...dashboard,
      title: text,
    })),
  };
  const { stack, files } = synthesised(
    { environments: [plain(production)], services: [service] },
    (outdir) => ({ stack: stackOf(outdir), files: filesOf(outdir) }),
  );
  const folder = Object.values(stack.resource["grafana_folder"] ?? {}).find(
    ({ uid }) => uid === "shop-engineering",
  );
  expect(folder?.["title"]).toBe("$${oops} %%{x} Größe 監視");
  const summaries = JSON.parse(
    files.get("stacks/production/files/values/shop-monitoring.json") ?? "{}",
    (key, value: unknown) => (key === "summary" ? [value] : value),
  ) as unknown;
  expect(JSON.stringify(summaries)).toContain(JSON.stringify([text]));
  expect(
    JSON.parse(files.get("stacks/production/files/dashboards/shop.json") ?? ""),
  ).toMatchObject({ title: text });
});
