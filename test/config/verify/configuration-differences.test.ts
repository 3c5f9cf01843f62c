import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { alertmanagerConfig } from "../../../alertmanager/alertmanager-config";
import { memberStatus } from "../../../cli/verify/alertmanager-status";
import { configurationDifferences } from "../../../cli/verify/configuration-differences";
import { Server } from "../../../cli/verify/server";
import { environments } from "../../../config/environments";
import { findEngine } from "../../../engines/find-engine";
import { seconds } from "../../../model/duration";
import { AlertmanagerCluster } from "../../support/alertmanager-cluster";
import { services } from "../support/declared";

it.each(environments)(
  "finds none between what is declared for $name and what Alertmanager says that it runs",
  async (environment) => {
    const declared = alertmanagerConfig(environment, services);
    const folder = mkdtempSync(join(tmpdir(), "alertmanager-"));
    const config = join(folder, "alertmanager.yaml");
    // Secrets are files that are read when something is sent; templates are when it starts, and
    // there are none.
    writeFileSync(config, JSON.stringify(declared));
    const cluster = await AlertmanagerCluster.start({
      engine: await findEngine("alertmanager"),
      config,
      folder,
      size: 1,
      peerTimeout: seconds(1),
      complaints: "hidden",
    });
    try {
      const [url = ""] = cluster.addresses;
      const { configuration, receivers } = await memberStatus(
        new Server({ name: "Alertmanager", url, access: "" }),
      );
      expect(configurationDifferences(declared, configuration)).toEqual([]);
      expect(receivers).toEqual(declared.receivers.map(({ name }) => name));
    } finally {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000,
);

it.each<[string, unknown, string, readonly string[]]>([
  ["another value", { a: "x" }, "a: y", ['a is "y", not "x"']],
  [
    "another length of time",
    { wait: "7d" },
    "wait: 8d",
    ['wait is "8d", not "7d"'],
  ],
  ["the same length, written otherwise", { wait: "7d" }, "wait: 1w", []],
  ["a value that is not there", { a: { b: 1 } }, "a: {}", ["a.b is missing"]],
  ["a part that is not there", { a: { b: 1 } }, "{}", ["a is missing"]],
  ["what is switched off and not written", { a: false }, "{}", []],
  ["what is switched on and not written", { a: true }, "{}", ["a is missing"]],
  ["defaults of the server", { a: 1 }, "{ a: 1, b: 2 }", []],
  ["another order of matchers", { m: ["a", "b"] }, "m: [b, a]", []],
  ["another matcher", { m: ["a"] }, "m: [b]", ['m[0] is "b", not "a"']],
  [
    "a route more",
    { routes: [{ r: 1 }] },
    "routes: [{ r: 1 }, { r: 2 }]",
    ["routes has 2 entries, not 1"],
  ],
  [
    "routes in another order",
    { routes: [{ r: 1 }, { r: 2 }] },
    "routes: [{ r: 2 }, { r: 1 }]",
    ["routes[0].r is 2, not 1", "routes[1].r is 1, not 2"],
  ],
  [
    "a receiver of another name",
    { receivers: [{ name: "a" }] },
    "receivers: [{ name: b }]",
    ["receivers lacks a", "receivers has b"],
  ],
  ["a list that is none", { a: [1] }, "a: x", ["a is no list"]],
  ["nothing at all", { a: 1 }, "null", [" is missing"]],
])("sees %s", (_, declared, running, differences) => {
  expect(configurationDifferences(declared, parse(running))).toEqual(
    differences,
  );
});
