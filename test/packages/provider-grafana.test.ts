import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Folder } from "@cdktf/provider-grafana/lib/folder";
import { GrafanaProvider } from "@cdktf/provider-grafana/lib/provider";
import { Testing } from "cdktf";
import keep from "../../packages/provider-grafana/keep.json";
import manifest from "../../packages/provider-grafana/package.json";
import schema from "../../packages/provider-grafana/schema.json";
import { referenceData } from "../support/reference-data";
import { itNeeding } from "../support/describe-needing";

const fqn = "registry.terraform.io/grafana/grafana";
const repository = path.resolve(__dirname, "../..");
const home = path.join(repository, "packages/provider-grafana");
const schemaText = readFileSync(path.join(home, "schema.json"), "utf8");
const provider = schema.provider_schemas[fqn];
const keptResources = keep.flatMap((group) => group.resources);
const keptDataSources = keep.flatMap((group) => group.dataSources ?? []);

let scratch: string;

beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), "provider-grafana-"));
});

afterEach(() => {
  rmSync(scratch, { recursive: true, force: true });
});

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(script: string, ...args: string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, ...args],
    { encoding: "utf8", cwd: scratch, env: { PATH: "" } },
  );
  return { status, stdout, stderr };
}

function trim(...args: string[]): Outcome {
  return run(path.join(home, "scripts/trim-schema.mjs"), ...args);
}

function written(name: string, content: string): string {
  const file = path.join(scratch, name);
  writeFileSync(file, content);
  return file;
}

describe("the trimmed schema", () => {
  it("holds the resources and data sources that keep.json names, and no others", () => {
    expect(Object.keys(provider.resource_schemas)).toEqual(
      [...keptResources].sort(),
    );
    expect(Object.keys(provider.data_source_schemas)).toEqual(
      [...keptDataSources].sort(),
    );
  });

  it("holds no description", () => {
    expect(schemaText).not.toMatch(/"description(_kind)?": "/);
  });

  it("keeps an attribute that is called description", () => {
    expect(schemaText).toContain(
      '"description": { "optional": true, "type": "string" }',
    );
  });

  it("is of the version that the package has", () => {
    expect(schema.provider_versions).toEqual({ [fqn]: "4.45.1" });
    expect(manifest.version).toBe("4.45.1");
  });
});

describe("trimming", () => {
  it("changes nothing in a schema that is trimmed", () => {
    const out = path.join(scratch, "again.json");

    const outcome = trim(path.join(home, "schema.json"), "--out", out);

    expect(outcome).toEqual({
      status: 0,
      stdout:
        "again.json: Grafana provider 4.45.1, 31 resources, 4 data sources\n",
      stderr: "",
    });
    expect(readFileSync(out, "utf8")).toBe(schemaText);
  });

  it("drops descriptions, functions and what keep.json does not name", () => {
    const untrimmed = {
      format_version: schema.format_version,
      provider_schemas: {
        [fqn]: {
          data_source_schemas: provider.data_source_schemas,
          functions: { k6bundle: { description: "Bundles a script" } },
          provider: {
            block: { ...provider.provider.block, description_kind: "plain" },
            version: provider.provider.version,
          },
          resource_schemas: {
            grafana_slo: {
              block: { description: "A service level objective" },
              version: 0,
            },
            ...provider.resource_schemas,
          },
        },
      },
    };
    const out = path.join(scratch, "out.json");

    trim(
      written("given.json", JSON.stringify(untrimmed)),
      "4.45.1",
      "--out",
      out,
    );

    expect(readFileSync(out, "utf8")).toBe(schemaText);
  });

  const whole = referenceData("grafana-provider-schema.json");
  itNeeding("Terraform providers", whole !== undefined)(
    "makes schema.json out of the provider's whole schema",
    () => {
      const out = path.join(scratch, "trimmed.json");

      trim(whole ?? "", "4.45.1", "--out", out);

      expect(readFileSync(out, "utf8")).toBe(schemaText);
    },
  );

  const bare = JSON.stringify({ provider_schemas: { [fqn]: {} } });
  const lacking = JSON.stringify({
    provider_schemas: {
      [fqn]: {
        resource_schemas: {
          ...provider.resource_schemas,
          grafana_folder: undefined,
          grafana_user: undefined,
        },
        data_source_schemas: {
          ...provider.data_source_schemas,
          grafana_team: undefined,
        },
      },
    },
  });

  it.each([
    {
      sentence: "a file that is not JSON",
      content: "Error: no state",
      args: ["4.45.1"],
      message:
        /^trim-schema: .*\/given\.json holds no JSON \(.*\); expected the output of `terraform providers schema -json`\n$/,
    },
    {
      sentence: "a schema of another provider",
      content:
        '{"provider_schemas":{"registry.terraform.io/hashicorp/helm":{}}}',
      args: ["4.45.1"],
      message:
        /^trim-schema: .*\/given\.json holds no provider registry\.terraform\.io\/grafana\/grafana; it holds registry\.terraform\.io\/hashicorp\/helm\n$/,
    },
    {
      sentence: "a schema of no provider",
      content: '{"format_version":"1.0"}',
      args: ["4.45.1"],
      message:
        /^trim-schema: .*\/given\.json holds no provider registry\.terraform\.io\/grafana\/grafana; it holds none\n$/,
    },
    {
      sentence: "a schema of unknown version",
      content: bare,
      args: [],
      message:
        /^trim-schema: the schema does not say which version it is of; give it after the file, as `terraform version` prints it\nusage: /,
    },
    {
      sentence: "a range instead of a version",
      content: bare,
      args: ["~> 4.45"],
      message:
        /^trim-schema: the version must be exact, such as 4\.45\.1, got ~> 4\.45\n$/,
    },
    {
      sentence: "a schema that lacks kept names, listing all of them",
      content: lacking,
      args: ["5.0.0"],
      message:
        /^trim-schema: the schema of version 5\.0\.0 lacks grafana_folder, grafana_user, data source grafana_team; remove or rename them in keep\.json, and wherever the stack uses them\n$/,
    },
  ])("refuses $sentence", ({ content, args, message }) => {
    const out = path.join(scratch, "out.json");

    const outcome = trim(written("given.json", content), ...args, "--out", out);

    expect(outcome.stderr).toMatch(message);
    expect(outcome.status).toBe(1);
    expect(existsSync(out)).toBe(false);
  });

  it("refuses a file that does not exist", () => {
    const outcome = trim("nowhere.json");

    expect(outcome.stderr).toMatch(
      /^trim-schema: .*\/nowhere\.json does not exist\nusage: npm run trim /,
    );
    expect(outcome.status).toBe(1);
  });
});

describe("generating", () => {
  const upToDate = "@cdktf/provider-grafana: bindings are up to date\n";
  const generated =
    /^@cdktf\/provider-grafana: 2 bindings generated in \d+\.\d s\n$/;
  const lib = () => path.join(scratch, "lib");

  /** A copy of the package whose schema holds one resource. */
  function smallPackage(resource: "grafana_folder" | "grafana_team"): void {
    cpSync(path.join(home, "scripts"), path.join(scratch, "scripts"), {
      recursive: true,
    });
    smallSchema(resource);
  }

  function smallSchema(resource: "grafana_folder" | "grafana_team"): void {
    const only = {
      provider: provider.provider,
      resource_schemas: { [resource]: provider.resource_schemas[resource] },
    };
    written(
      "schema.json",
      JSON.stringify({ ...schema, provider_schemas: { [fqn]: only } }),
    );
  }

  function installDependencies(): void {
    symlinkSync(
      path.join(repository, "node_modules"),
      path.join(scratch, "node_modules"),
    );
  }

  const generate = () => run(path.join(scratch, "scripts/generate.mjs"));

  it("is skipped the second time, and not after the schema changed", () => {
    smallPackage("grafana_folder");
    installDependencies();

    expect(generate().stdout).toMatch(generated);
    expect(readdirSync(lib()).sort()).toEqual([
      "folder",
      "generated-from.json",
      "provider",
    ]);
    expect(readdirSync(path.join(lib(), "folder")).sort()).toEqual([
      "index.d.ts",
      "index.js",
    ]);
    expect(generate().stdout).toBe(upToDate);

    smallSchema("grafana_team");

    expect(generate().stdout).toMatch(generated);
    expect(readdirSync(lib()).sort()).toEqual([
      "generated-from.json",
      "provider",
      "team",
    ]);
    expect(readdirSync(path.join(scratch, ".gen"))).toEqual([]);
  });

  it("does not take bindings that were not finished for done", () => {
    smallPackage("grafana_folder");
    installDependencies();
    mkdirSync(path.join(lib(), "folder"), { recursive: true });

    expect(generate().stdout).toMatch(generated);
    expect(existsSync(path.join(lib(), "folder/index.js"))).toBe(true);
  });

  it("leaves the bindings there are, and says what failed, when the schema names no version", () => {
    smallPackage("grafana_folder");
    installDependencies();
    generate();
    written("schema.json", '{"provider_schemas":{}}');

    expect(generate()).toEqual({
      status: 1,
      stdout: "",
      stderr:
        "@cdktf/provider-grafana: bindings not generated: schema.json names no version of registry.terraform.io/grafana/grafana; make it with `npm run trim`\n" +
        "To try again: npm run generate -w @cdktf/provider-grafana\n",
    });
    expect(existsSync(path.join(lib(), "folder/index.js"))).toBe(true);
  });

  it("says what to do when the generator is not installed", () => {
    smallPackage("grafana_folder");

    expect(generate()).toEqual({
      status: 1,
      stdout: "",
      stderr:
        "@cdktf/provider-grafana: bindings not generated: @cdktf/provider-generator is not installed (it is a development dependency); run `npm install` at the root of the repository\n" +
        "To try again: npm run generate -w @cdktf/provider-grafana\n",
    });
  });
});

describe("the bindings", () => {
  it("cover every kept name, with types, and have no index that loads them all", () => {
    const folders = [
      "provider",
      ...keptResources.map((name) => name.replace("grafana_", "")),
      ...keptDataSources.map((name) => `data_${name}`),
    ].map((name) => name.replaceAll("_", "-"));

    const lib = path.join(home, "lib");
    const found = readdirSync(lib, { recursive: true, encoding: "utf8" });

    expect(found.filter((file) => file.endsWith(".js")).sort()).toEqual(
      folders.map((folder) => path.join(folder, "index.js")).sort(),
    );
    expect(found.filter((file) => file.endsWith(".d.ts")).sort()).toEqual(
      folders.map((folder) => path.join(folder, "index.d.ts")).sort(),
    );
  });

  it("pin the provider's exact version", () => {
    const synthesised = Testing.synthScope((scope) => {
      new GrafanaProvider(scope, "grafana", {});
      new Folder(scope, "checkout", { title: "Checkout" });
    });

    expect(JSON.parse(synthesised)).toMatchObject({
      terraform: {
        required_providers: {
          grafana: { source: "grafana/grafana", version: "4.45.1" },
        },
      },
      resource: { grafana_folder: { checkout: { title: "Checkout" } } },
    });
  });
});
