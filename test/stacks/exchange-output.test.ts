import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { exchangeOutput } from "../../stacks/exchange-output";

let out = "";
beforeEach(() => {
  out = join(mkdtempSync(join(tmpdir(), "exchange-")), "cdktf.out");
});
afterEach(() => {
  rmSync(dirname(out), { recursive: true });
});

const put = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
};

/** Files of the output by path, with their text. */
const files = (folder = out): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(folder.length + 1), readFileSync(path, "utf8")];
      }),
  );

const stacks = (
  written: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Readonly<Record<string, string>> => ({
  "manifest.json": JSON.stringify({
    stacks: Object.fromEntries(Object.keys(written).map((name) => [name, {}])),
  }),
  ...Object.fromEntries(
    Object.entries(written).flatMap(([name, texts]) =>
      Object.entries(texts).map(([path, text]) => [
        `stacks/${name}/${path}`,
        text,
      ]),
    ),
  ),
});

const synth = (
  written: Readonly<Record<string, Readonly<Record<string, string>>>>,
): void => {
  exchangeOutput(out, (folder) => {
    put(folder, stacks(written));
  });
};

/** What Terraform keeps in a stack's folder. */
const TERRAFORM = {
  "stacks/staging/.terraform/providers/helm": "a program",
  "stacks/staging/.terraform.lock.hcl": "versions",
  "stacks/staging/errored.tfstate": "the only trace of what was applied",
  "stacks/staging/terraform.tfstate.backup": "a state",
};

it("replaces what a synthesis wrote, and nothing of Terraform's", () => {
  synth({ staging: { "cdk.tf.json": "1", "files/a": "1", "files/b": "1" } });
  put(out, TERRAFORM);
  synth({ staging: { "cdk.tf.json": "2", "files/a": "2" } });
  expect(files()).toEqual({
    ...TERRAFORM,
    ...stacks({ staging: { "cdk.tf.json": "2", "files/a": "2" } }),
  });
});

it("removes the import blocks of a deployment that was killed", () => {
  synth({ staging: { "cdk.tf.json": "1" }, dr: { "cdk.tf.json": "1" } });
  put(out, {
    "stacks/staging/recovery.tf.json": "imports",
    "stacks/dr/recovery.tf.json": "imports",
  });
  synth({ staging: { "cdk.tf.json": "2" } });
  expect(files()).toEqual(stacks({ staging: { "cdk.tf.json": "2" } }));
});

it("removes an asset that no stack has any more", () => {
  synth({ staging: { "cdk.tf.json": "1", "assets/chart/a": "1" } });
  synth({ staging: { "cdk.tf.json": "2" } });
  expect(files()).toEqual(stacks({ staging: { "cdk.tf.json": "2" } }));
});

it("leaves the previous output as it was where writing fails", () => {
  synth({ staging: { "cdk.tf.json": "1", "files/a": "1" } });
  put(out, TERRAFORM);
  const before = files();
  expect(() => {
    exchangeOutput(out, (folder) => {
      put(folder, { "stacks/staging/cdk.tf.json": "half" });
      throw new Error("no space left on device");
    });
  }).toThrow("no space left on device");
  expect(files()).toEqual(before);
});

it("removes the stack of an environment that is gone, but for what Terraform keeps", () => {
  synth({ staging: { "cdk.tf.json": "1" }, dr: { "cdk.tf.json": "1" } });
  put(out, TERRAFORM);
  synth({ production: { "cdk.tf.json": "2" } });
  expect(files()).toEqual({
    ...TERRAFORM,
    ...stacks({ production: { "cdk.tf.json": "2" } }),
  });
  expect(existsSync(join(out, "stacks/dr"))).toBe(false);
});

it("touches no folder that no synthesis wrote", () => {
  put(out, { "stacks/notes/cdk.tf.json": "mine", "readme.txt": "mine" });
  synth({ staging: { "cdk.tf.json": "1" } });
  expect(files()).toEqual({
    "stacks/notes/cdk.tf.json": "mine",
    "readme.txt": "mine",
    ...stacks({ staging: { "cdk.tf.json": "1" } }),
  });
});

it("cleans up after one that was killed, and reads no broken manifest", () => {
  put(out, {
    ".new-abc/stacks/staging/cdk.tf.json": "half",
    "manifest.json": "{",
  });
  synth({ staging: { "cdk.tf.json": "1" } });
  expect(files()).toEqual(stacks({ staging: { "cdk.tf.json": "1" } }));
  expect(readdirSync(out).sort()).toEqual(["manifest.json", "stacks"]);
});
