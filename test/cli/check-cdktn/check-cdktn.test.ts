import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { differences } from "../../../cli/check-cdktn/differences";
import { onCdktn } from "../../../cli/check-cdktn/on-cdktn";
import packageJson from "../../../package.json";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "differences-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function output(name: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, name, "stacks/production", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return join(folder, name);
}

const stack = (version: string, resource: string): string =>
  JSON.stringify({ "//": { metadata: { version } }, resource });

it("finds no difference but in the tool's version", () => {
  expect(
    differences(
      output("a", { "cdk.tf.json": stack("0.21", "x"), "files/v.json": "{}" }),
      output("b", { "cdk.tf.json": stack("0.24", "x"), "files/v.json": "{}" }),
    ),
  ).toEqual([]);
});

it("names what differs and what is missing, and not what Terraform left there", () => {
  expect(
    differences(
      output("a", {
        "cdk.tf.json": stack("0.21", "x"),
        "files/v.json": "{}",
        plan: "binary",
      }),
      output("b", {
        "cdk.tf.json": stack("0.24", "y"),
        "files/w.json": "{}",
      }),
    ),
  ).toEqual([
    "stacks/production/cdk.tf.json",
    "stacks/production/files/v.json",
    "stacks/production/files/w.json",
  ]);
});

it("finds one changed byte of a file", () => {
  expect(
    differences(
      output("a", { "files/v.json": "{}", "assets/chart/x": "1" }),
      output("b", { "files/v.json": "{}\n", "assets/chart/x": "1" }),
    ),
  ).toEqual(["stacks/production/files/v.json"]);
});

it("takes no other part of the metadata for the tool's version", () => {
  const withBackend = (backend: string): string =>
    JSON.stringify({ "//": { metadata: { version: "0.21", backend } } });
  expect(
    differences(
      output("a", { "cdk.tf.json": withBackend("s3") }),
      output("b", { "cdk.tf.json": withBackend("local") }),
    ),
  ).toEqual(["stacks/production/cdk.tf.json"]);
});

it("finds a file that is empty on one side and absent on the other", () => {
  expect(
    differences(
      output("a", { "files/v.json": "", "files/w.json": "missing" }),
      output("b", { "files/x.json": "{}" }),
    ),
  ).toEqual([
    "stacks/production/files/v.json",
    "stacks/production/files/w.json",
    "stacks/production/files/x.json",
  ]);
});

it("puts cdktn in the place of cdktf and leaves its command line out", () => {
  expect(
    onCdktn({
      dependencies: { cdktf: "0.21.0", yaml: "^2" },
      devDependencies: { "cdktf-cli": "0.21.0", jest: "^30" },
      overrides: { other: "1" },
    }),
  ).toEqual({
    dependencies: {
      cdktf: "npm:cdktn@0.24.0",
      constructs: "~10.6.0",
      yaml: "^2",
    },
    devDependencies: { jest: "^30" },
    overrides: { other: "1", cdktf: "$cdktf" },
  });
});

it("changes only what cdktn needs of this project's own package", () => {
  const before = structuredClone(packageJson);
  const { dependencies, devDependencies, ...rest } = onCdktn(packageJson);
  expect(packageJson).toEqual(before);
  expect({ ...packageJson.dependencies, ...dependencies }).toEqual(
    dependencies,
  );
  expect(
    Object.keys(packageJson.devDependencies).filter(
      (name) => !(name in devDependencies),
    ),
  ).toEqual(["cdktf-cli"]);
  expect(rest.overrides).toEqual({
    ...packageJson.overrides,
    cdktf: "$cdktf",
  });
});
