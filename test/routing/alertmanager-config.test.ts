import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environments } from "../../environments";
import { production } from "../../environments/production";
import { staging } from "../../environments/staging";
import { alertmanagerConfig } from "../../routing/alertmanager-config";
import { services } from "../../services";
import { findEngine } from "../../tools/find-engine";

let amtool = "";
let folder = "";
beforeAll(
  async () => {
    amtool = await findEngine("amtool");
  },
  20 * 60 * 1000,
);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "alertmanager-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const write = (environment: typeof production): string => {
  const path = join(folder, "alertmanager.yaml");
  writeFileSync(
    path,
    JSON.stringify(alertmanagerConfig(environment, services)),
  );
  return path;
};

it.each(environments.map((environment) => [environment.name, environment]))(
  "amtool accepts the configuration of %s",
  (_, environment) => {
    expect(
      execFileSync(
        amtool,
        [
          "check-config",
          write(environment),
          "--enable-feature=utf8-strict-mode",
        ],
        { encoding: "utf8" },
      ),
    ).toContain("SUCCESS");
  },
);

it.each([
  [{ system: "codeverify", priority: "P0" }, "codeverify-p0"],
  [{ system: "codeverify", priority: "P2" }, "codeverify"],
  [{ system: "platform", priority: "P1" }, "platform"],
  [{ alertname: "Watchdog", severity: "none" }, "heartbeat"],
  [{ alertname: "KubePodCrashLooping", severity: "warning" }, "platform"],
  [{ alertname: "Quiet", severity: "info" }, "null"],
  [{ system: "stranger", priority: "P0" }, "unrouted"],
])("amtool routes %p to %s", (labels, receiver) => {
  const output = execFileSync(
    amtool,
    [
      "config",
      "routes",
      "test",
      `--config.file=${write(production)}`,
      ...Object.entries(labels).map(([name, value]) => `${name}=${value}`),
    ],
    { encoding: "utf8" },
  );
  expect(output.trim()).toBe(receiver);
});

it("pages in production and never in staging", () => {
  expect(JSON.stringify(alertmanagerConfig(production, services))).toContain(
    "/etc/alertmanager/secrets/alertmanager-pagerduty/codeverify",
  );
  expect(JSON.stringify(alertmanagerConfig(staging, services))).not.toContain(
    "pagerduty",
  );
});

it("sends everything of staging to its one channel", () => {
  const channels = JSON.stringify(alertmanagerConfig(staging, services)).match(
    /"channel":"[^"]+"/g,
  );
  expect(new Set(channels)).toEqual(
    new Set(['"channel":"#monitoring-staging"']),
  );
});
