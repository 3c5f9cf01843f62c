import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { production } from "../../config/environments/production";
import { findEngine } from "../../engines/find-engine";
import packageJson from "../../package.json";
import { trialCheckout } from "./trial-checkout";

const PROJECT = join(__dirname, "..", "..");
const FOLDER = join(PROJECT, ".github", "workflows");
const INSTALL_TIMEOUT_MS = 10 * 60 * 1_000;

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly permissions?: unknown;
  readonly needs?: unknown;
  readonly environment?: unknown;
  readonly strategy?: unknown;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith(".yml"));
const workflow = (file: string) =>
  parse(readFileSync(join(FOLDER, file), "utf8")) as Workflow;
const steps = (file: string) =>
  Object.values(workflow(file).jobs).flatMap((job) => job.steps);

it("there are workflows that check, plan, deploy, publish the image of reports and send test alerts", () => {
  expect(files.toSorted()).toEqual([
    "ci.yml",
    "deploy.yml",
    "plan.yml",
    "report-image.yml",
    "test-alerts.yml",
  ]);
});

it("checks on the oldest Node that package.json allows, and on those that are maintained", () => {
  const { strategy } = workflow("ci.yml").jobs["test"] ?? {};
  expect(strategy).toMatchObject({ matrix: { node: [20, 22, 24] } });
  expect(packageJson.engines.node).toBe(">=20.9");
});

it(
  "actionlint accepts every workflow",
  async () => {
    const actionlint = await findEngine("actionlint");
    // Not with the shellcheck that happens to be on one machine and not on another.
    const run = spawnSync(
      actionlint,
      [
        "-shellcheck=",
        "-pyflakes=",
        "-no-color",
        ...files.map((file) => join(FOLDER, file)),
      ],
      { encoding: "utf8" },
    );
    expect(run.stdout + run.stderr).toBe("");
    expect(run.status).toBe(0);
  },
  INSTALL_TIMEOUT_MS,
);

describe.each(files)("%s", (file) => {
  it("puts nothing from outside into a shell's text", () => {
    for (const step of steps(file)) {
      expect(step.run ?? "").not.toContain("${{");
    }
  });

  it("takes no pull request's title, text or branch at all", () => {
    const expressions =
      readFileSync(join(FOLDER, file), "utf8").match(/\$\{\{.*?\}\}/g) ?? [];
    expect(expressions.length).toBeGreaterThan(0);
    for (const expression of expressions) {
      expect(expression).not.toMatch(/title|body|head_ref|head\.ref|message/);
    }
  });

  it("pins every action to a commit or a release", () => {
    const actions = steps(file).flatMap((step) => step.uses ?? []);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) {
      expect(action).toMatch(
        /^[\w.-]+\/[\w./-]+@([0-9a-f]{40}|v\d+(\.\d+){0,2})$/,
      );
    }
  });

  it("gives no permission to all jobs and says each job's own", () => {
    const { permissions, jobs } = workflow(file);
    expect(permissions).toEqual({});
    for (const job of Object.values(jobs)) {
      expect(job.permissions).toMatchObject({ contents: "read" });
    }
  });

  it("is not started by pull_request_target, which hands secrets to a fork's code", () => {
    expect(Object.keys(workflow(file).on)).not.toContain("pull_request_target");
  });
});

it("plan.yml lets only the job that comments write, and that job has no secret", () => {
  const { jobs } = workflow("plan.yml");
  const writers = Object.entries(jobs).filter(([, job]) =>
    JSON.stringify(job.permissions).includes("write"),
  );
  expect(writers.map(([name]) => name)).toEqual(["comment"]);
  expect(JSON.stringify(jobs["comment"])).not.toContain("secrets.");
});

it("deploy.yml runs one at a time, without cancelling the one under way", () => {
  expect(workflow("deploy.yml").concurrency).toEqual({
    group: "deploy",
    "cancel-in-progress": false,
  });
});

it("deploy.yml hands secrets only to steps that use a cluster, and tries staging before production", () => {
  const holders = steps("deploy.yml").filter((step) =>
    JSON.stringify(step).includes("secrets."),
  );
  expect(holders.map((step) => step.run)).toEqual([
    "bash scripts/deploy.sh staging",
    "bash scripts/test-alerts.sh staging",
    "bash scripts/deploy.sh production",
  ]);
  expect(workflow("deploy.yml").jobs["production"]?.needs).toBe("staging");
});

it("report-image.yml publishes main, and may write packages and nothing else", () => {
  const { jobs } = workflow("report-image.yml");
  expect(jobs).toMatchObject({
    publish: {
      if: "github.ref == 'refs/heads/main'",
      permissions: { contents: "read", packages: "write" },
    },
  });
  expect(JSON.stringify(jobs).match(/secrets\.\w+/g)).toEqual([
    "secrets.GITHUB_TOKEN",
  ]);
});

it("test-alerts.yml hands the kubeconfig to the sending step only, and nothing else", () => {
  const holders = steps("test-alerts.yml").filter((step) =>
    JSON.stringify(step).includes("secrets."),
  );
  expect(holders).toEqual([
    {
      run: 'bash scripts/test-alerts.sh "$ENVIRONMENT"',
      env: {
        ENVIRONMENT: "${{ inputs.environment || 'production' }}",
        KUBECONFIG_B64: "${{ secrets.KUBECONFIG_B64 }}",
      },
    },
  ]);
});

it("test-alerts.yml tries production on a weekday, and asks its reviewers only when it is due", () => {
  const { on, jobs } = workflow("test-alerts.yml");
  // Monday is 1.
  expect(on["schedule"]).toEqual([
    { cron: expect.stringMatching(/^\d+ \d+ \* \* [1-5]$/) as string },
  ]);
  expect(jobs["due"]?.environment).toBeUndefined();
  expect(jobs["try"]).toMatchObject({
    needs: "due",
    if: "needs.due.outputs.now == 'true'",
    environment: "${{ inputs.environment || 'production' }}",
  });
});

it("test-alerts.yml is scheduled within business hours, with an hour to spare", () => {
  const [schedule] = workflow("test-alerts.yml").on["schedule"] as [
    { readonly cron: string },
  ];
  const [minute = "", hour = ""] = schedule.cron.split(" ");
  // GitHub's times are UTC; summer and winter may differ elsewhere.
  for (const month of [0, 6]) {
    const start = Date.UTC(2026, month, 6, Number(hour), Number(minute));
    const { businessHours, timeZone } = production.notification;
    const [earliest, latest] = [start, start + 60 * 60 * 1_000].map((time) =>
      new Intl.DateTimeFormat("en-GB", {
        timeZone,
        hour: "2-digit",
        minute: "2-digit",
      }).format(time),
    );
    expect((earliest ?? "") >= businessHours.from).toBe(true);
    expect((latest ?? "") < businessHours.until).toBe(true);
  }
});

it.each([
  ["schedule", "1", "true"],
  ["schedule", "7", "true"],
  ["schedule", "8", "false"],
  ["schedule", "29", "false"],
  ["workflow_dispatch", "29", "true"],
])("test-alerts.yml on %s, day %s: due is %s", async (event, day, now) => {
  const [step] = workflow("test-alerts.yml").jobs["due"]?.steps ?? [];
  const checkout = trialCheckout();
  try {
    checkout.write("scripts/due.sh", step?.run ?? "");
    checkout.stub("date", `[ "$*" = "-u +%-d" ] && echo ${day}`);
    const { code } = await checkout.run("due.sh", [], {
      GITHUB_EVENT_NAME: event,
      GITHUB_OUTPUT: `${checkout.root}/output`,
    });
    expect(code).toBe(0);
    expect(checkout.read("output")).toBe(`now=${now}\n`);
  } finally {
    checkout.remove();
  }
});

describe("the shell of the pipelines", () => {
  const scripts = [
    ".ci/run",
    ...readdirSync(join(PROJECT, "scripts"))
      .filter((name) => name.endsWith(".sh"))
      .map((name) => `scripts/${name}`),
  ];

  it.each(scripts)("%s parses", (script) => {
    expect(
      execFileSync("bash", ["-n", join(PROJECT, script)], {
        encoding: "utf8",
        stdio: "pipe",
      }),
    ).toBe("");
  });

  it.each(scripts)("%s stops at the first failure", (script) => {
    const text = readFileSync(join(PROJECT, script), "utf8");
    // A sourced file takes the settings of the script that sources it.
    const sourced = text.startsWith("# shellcheck shell=bash");
    expect(text.includes("set -euo pipefail")).toBe(!sourced);
  });
});
