import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { production } from "../../environments/production";
import { staging } from "../../environments/staging";
import type { Backend } from "../../model/backend";
import type { EnvironmentConfig } from "../../model/environment";
import { readInventories } from "../../inventory/read-inventory";
import { goodAlert, goodService, withAlert } from "../support/services";
import { synthesised } from "../support/synthesise";

interface Stack {
  readonly terraform: {
    readonly backend: Readonly<Record<string, unknown>>;
    readonly required_providers: Readonly<
      Record<string, { readonly version: string }>
    >;
  };
  readonly resource: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>
  >;
}

const filesOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(folder, path), readFileSync(path, "utf8")]),
  );

const stackOf = (outdir: string, name = "production"): Stack =>
  JSON.parse(
    readFileSync(join(outdir, "stacks", name, "cdk.tf.json"), "utf8"),
  ) as Stack;

const local = (environment: EnvironmentConfig): EnvironmentConfig => ({
  ...environment,
  backend: { kind: "local", directory: "../../../state" },
});

it("writes the same bytes every time, wherever it writes", () => {
  const input = { environments: [local(staging), local(production)] };
  expect(synthesised(input, filesOf)).toEqual(synthesised(input, filesOf));
});

it("names no path of this machine", () => {
  for (const [path, text] of synthesised(
    { environments: [local(production)] },
    filesOf,
  )) {
    expect([path, text.includes(process.cwd())]).toEqual([path, false]);
  }
});

it.each<[Backend, object]>([
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
])("keeps the state where $kind says", (backend, expected) => {
  expect(
    synthesised(
      { environments: [{ ...production, backend }] },
      (outdir) => stackOf(outdir).terraform.backend,
    ),
  ).toEqual(expected);
});

it("warns of a production whose state lies in a local file, and of nothing else", () => {
  const warnings = (environment: EnvironmentConfig): readonly string[] =>
    synthesised({ environments: [environment] }, readInventories).flatMap(
      (inventory) => inventory.warnings,
    );
  expect(warnings(local(production))).toEqual([
    "production keeps its state in a local file: nobody else can apply, nothing locks it, and it is lost with this machine; choose a shared backend in environments/production.ts",
  ]);
  expect(warnings(local(staging))).toEqual([]);
  expect(warnings(production)).toEqual([]);
});

it("refuses an unsound environment even when nobody checked it before", () => {
  expect(() => {
    synthesised(
      { environments: [{ ...production, testFaultEndpoint: "allowed" }] },
      () => undefined,
    );
  }).toThrow("nobody may provoke faults in production");
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

describe("secrets", () => {
  const SECRET_SHAPES = [
    /xox[abpr]-[0-9A-Za-z-]{10}/,
    /hooks\.slack\.com\/services\//,
    /AKIA[0-9A-Z]{16}/,
    /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
    /eyJ[A-Za-z0-9_-]{10,}\.eyJ/,
    /gh[pousr]_[A-Za-z0-9]{30}/,
    /"(password|passwd|token|secret|routing_key|api_key)": ?"(?!\$__)[^"]{6,}"/i,
  ];
  const leaks = (files: ReadonlyMap<string, string>): readonly string[] =>
    [...files].flatMap(([path, text]) =>
      SECRET_SHAPES.filter((shape) => shape.test(text)).map(
        (shape) => `${path} ${shape.source}`,
      ),
    );

  it("are in no file that is synthesised", () => {
    expect(leaks(synthesised({}, filesOf))).toEqual([]);
  });

  it.each([
    "https://hooks.slack.com/services/T0/B0/x",
    '{"password": "correct horse"}',
    "xoxb-1234567890-abc",
  ])("would be found: %s", (text) => {
    expect(leaks(new Map([["planted", text]]))).toHaveLength(1);
  });
});

it("waits with everything in Grafana until Grafana answers", () => {
  const { resource } = synthesised({}, (outdir) => stackOf(outdir));
  const gate = Object.keys(resource["terraform_data"] ?? {}).map(
    (name) => `terraform_data.${name}`,
  );
  expect(gate).toHaveLength(1);
  const waits = (address: string, body: unknown): boolean => {
    const text = JSON.stringify(body);
    if (gate.some((name) => text.includes(name))) return true;
    return [...text.matchAll(/(grafana_\w+)\.([\w-]+)/g)].some(
      ([named, type = "", name = ""]) =>
        named !== address && waits(named, resource[type]?.[name] ?? {}),
    );
  };
  const impatient = Object.entries(resource)
    .filter(([type]) => type.startsWith("grafana_"))
    .flatMap(([type, named]) =>
      Object.entries(named)
        .filter(([name, body]) => !waits(`${type}.${name}`, body))
        .map(([name]) => `${type}.${name}`),
    );
  expect(impatient).toEqual([]);
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

it("changes one service's files when one alert changes, and no other", () => {
  const other = {
    ...goodService,
    key: "store",
    targets: [],
    probes: [],
    dashboards: [],
    recording: [],
  };
  const files = (summary: string): ReadonlyMap<string, string> =>
    synthesised(
      {
        environments: [{ ...production, thresholds: [] }],
        services: [withAlert({ summary }), other],
      },
      filesOf,
    );
  const before = files("Shop fails");
  const after = files("Shop is on fire");
  expect(
    [...after]
      .filter(([path, text]) => before.get(path) !== text)
      .map(([path]) => path),
  ).toEqual(["stacks/production/files/values/shop-monitoring.json"]);
});

it("keeps text that Terraform would read as a template, and any script", () => {
  const text = "${oops} %{x} Größe 監視";
  const service = {
    ...goodService,
    displayName: text,
    alerts: [{ ...goodAlert, summary: text }],
  };
  synthesised(
    { environments: [{ ...production, thresholds: [] }], services: [service] },
    (outdir) => {
      const [folder] = Object.values(
        stackOf(outdir).resource["grafana_folder"] ?? {},
      );
      expect(folder?.["title"]).toBe("$${oops} %%{x} Größe 監視");
      const objects = filesOf(outdir).get(
        "stacks/production/files/values/shop-monitoring.json",
      );
      expect(objects).toContain(text);
    },
  );
});
