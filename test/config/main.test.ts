import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesOf } from "../stacks/output";
import { synthesised } from "./support/synthesise";

const ROOT = join(__dirname, "../..");
const SOURCES = [
  "alertmanager",
  "catalogue",
  "checks",
  "cli/check-config-files.ts",
  "cli/coverage",
  "config",
  "constructs",
  "dashboards",
  "docs",
  "helm",
  "input",
  "kubernetes",
  "model",
  "patterns",
  "platform",
  "prometheus",
  "query",
  "reports",
  "stacks",
  "main.ts",
  "cdktf.json",
  "package.json",
  "tsconfig.json",
];

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "monitoring-stack-main-"));
  for (const source of SOURCES) {
    cpSync(join(ROOT, source), join(folder, source), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const run = (): { readonly code: number | null; readonly stderr: string } => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "main.ts"],
    { cwd: folder, encoding: "utf8" },
  );
  return { code: status, stderr };
};

function change(path: string, from: string, to: string): void {
  const file = join(folder, path);
  const text = readFileSync(file, "utf8");
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  writeFileSync(file, text.replace(from, to));
}

it("writes both stacks when there is nothing wrong", () => {
  expect(run()).toEqual({ code: 0, stderr: "" });
  expect(existsSync(join(folder, "cdktf.out/stacks/staging/cdk.tf.json"))).toBe(
    true,
  );
  expect(
    existsSync(join(folder, "cdktf.out/stacks/production/cdk.tf.json")),
  ).toBe(true);
});

it("writes what was asked for into the catalogue, and nothing where nothing was", () => {
  const catalogue = (): unknown =>
    JSON.parse(
      readFileSync(
        join(folder, "cdktf.out/stacks/staging/files/catalogue.json"),
        "utf8",
      ),
    );
  run();
  expect(catalogue()).toMatchObject({
    requirements: expect.arrayContaining([
      {
        id: "CV-A1",
        origin: "seed",
        text: expect.any(String) as string,
        metBy: ["codeverify alert HighErrorRate"],
      },
    ]) as unknown,
  });
  rmSync(join(folder, "config/requirements"), { recursive: true });
  run();
  expect(catalogue()).not.toHaveProperty("requirements");
});

it("writes the same bytes in every clone", () => {
  run();
  expect(filesOf(join(folder, "cdktf.out"))).toEqual(synthesised({}, filesOf));
});

it("misses the page of an alert, and leaves what an earlier run wrote", () => {
  rmSync(join(folder, "docs/runbooks/codeverify/high-latency.md"));
  mkdirSync(join(folder, "cdktf.out"));
  writeFileSync(join(folder, "cdktf.out/manifest.json"), "{}");
  expect(run()).toEqual({
    code: 1,
    stderr: expect.stringMatching(
      /^services\/codeverify alert "HighLatency": the runbook page or its heading does not exist, got codeverify\/high-latency.*\n\n1 problem, nothing was written\n$/,
    ) as string,
  });
  expect(readdirSync(join(folder, "cdktf.out"))).toEqual(["manifest.json"]);
});

it("names a field that was forgotten, which nothing compiles before it is read", () => {
  change(
    "config/services/codeverify/alerts/api.ts",
    '    runbook: "codeverify/high-latency",\n',
    "",
  );
  expect(run()).toEqual({
    code: 1,
    stderr:
      'services/codeverify alert "HighLatency": runbook is missing; name its page in the folder of runbooks, without .md\n\n1 problem, nothing was written\n',
  });
});

it("names every mistake of every file in one run, and writes nothing", () => {
  change(
    "config/services/codeverify/alerts/api.ts",
    'runbook: "codeverify/high-latency"',
    'runbook: "codeverify/high-latncy"',
  );
  change(
    "config/services/codeverify/events.ts",
    'total: "codeverify_http_requests_total"',
    'total: "codeverify_http_request_total"',
  );
  change(
    "config/environments/staging.ts",
    'threshold: "minimumWorkers"',
    'threshold: "minimumWorker"',
  );
  change(
    "config/environments/production.ts",
    "retention: days(90)",
    "retention: days(60)",
  );
  change(
    "config/services/codeverify/dashboards/overview.ts",
    'uid: "codeverify-overview"',
    'uid: "codeverify-api"',
  );
  const { code, stderr } = run();
  expect(code).toBe(1);
  for (const part of [
    'services/codeverify alert "HighLatency": the runbook page or its heading does not exist, got codeverify/high-latncy',
    'unknown metric "codeverify_http_request_total"; did you mean "codeverify_http_requests_total"?',
    "environments/staging threshold codeverify WorkerDown minimumWorker: overrides a threshold that does not exist",
    'environments/production prometheus.retention: shorter than the class "long"',
    "codeverify-api",
  ]) {
    expect(stderr).toContain(part);
  }
  expect(stderr).toMatch(/\n\d+ problems, nothing was written\n$/);
  expect(existsSync(join(folder, "cdktf.out"))).toBe(false);
});
