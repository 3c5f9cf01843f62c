import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, TerraformStack } from "cdktf";
import { StackFiles } from "../../constructs/stack-files";

let outdir = "";
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), "stack-files-"));
});
afterEach(() => {
  rmSync(outdir, { recursive: true });
});

const written = (path: string): string =>
  join(outdir, "stacks/stack/files", path);

function synthesise(
  files: Readonly<Record<string, string>>,
): readonly string[] {
  const app = new App({ outdir });
  const stackFiles = new StackFiles(new TerraformStack(app, "stack"));
  const expressions = Object.entries(files).map(([path, content]) =>
    stackFiles.add(path, () => content),
  );
  app.synth();
  return expressions;
}

it("writes a file beside the stack and returns the expression that reads it", () => {
  expect(synthesise({ "values/a.json": "{}" })).toEqual([
    '${file("${path.module}/files/values/a.json")}',
  ]);
  expect(readFileSync(written("values/a.json"), "utf8")).toBe("{}");
});

it("removes what an earlier run wrote and this one does not", () => {
  synthesise({ "values/old.json": "{}" });
  synthesise({ "values/new.json": "{}" });
  expect(existsSync(written("values/old.json"))).toBe(false);
  expect(existsSync(written("values/new.json"))).toBe(true);
});

it("refuses two files of one name", () => {
  const files = new StackFiles(
    new TerraformStack(new App({ outdir }), "stack"),
  );
  files.add("a.json", () => "1");
  expect(() => files.add("a.json", () => "2")).toThrow(
    "the file a.json was added to this stack before",
  );
});

it("writes the files of all stacks path by path, so that what they share is made for one right behind the other", () => {
  const app = new App({ outdir });
  const made: string[] = [];
  for (const name of ["one", "two"]) {
    const files = new StackFiles(new TerraformStack(app, name));
    for (const path of ["a.json", "b.json", `${name}.json`]) {
      files.add(path, () => {
        made.push(`${name} ${path}`);
        return name;
      });
    }
  }
  app.synth();
  expect(made).toEqual([
    "one a.json",
    "two a.json",
    "one b.json",
    "two b.json",
    "one one.json",
    "two two.json",
  ]);
  expect(readFileSync(join(outdir, "stacks/two/files/a.json"), "utf8")).toBe(
    "two",
  );
});
