import { production } from "../../support/environments/production";
import { staging } from "../../support/environments/staging";
import { checkReports } from "../../../model/checks/check-reports";
import type { EnvironmentConfig, Reports } from "../../../model/environment";
import type { WrittenReport } from "../../../model/written-report";
import { formatProblem } from "../../../model/problem";
import { slack } from "../../support/channels";

const check = (reports: EnvironmentConfig["reports"]): readonly string[] =>
  checkReports("environments/production", { ...production, reports }).map(
    formatProblem,
  );

if (production.reports.kind === "off") throw new Error("no reports");
const good = production.reports;
const quality = good.written?.["quality"];
if (quality?.kind !== "on") throw new Error("no quality report");
const written = (
  change: Partial<WrittenReport>,
  name = "quality",
): Partial<Reports> => ({ written: { [name]: { ...quality, ...change } } });

const having = (change: Partial<Reports>): readonly string[] =>
  check({ ...good, ...change });

it("finds nothing in the environments of this repository", () => {
  expect(check(production.reports)).toEqual([]);
  expect(check(staging.reports)).toEqual([]);
});

it.each([
  "report",
  "report:latest",
  "registry.example.com:5000/report",
  "report:1.0 ",
  "report@sha256:12",
])("refuses the image %s, which may be another tomorrow", (image) => {
  expect(having({ image })).toEqual([
    `environments/production reports.image: must be an image with a fixed version, got ${image}; allowed: name:version, never latest, or name@sha256:…; correct it`,
  ]);
});

it.each([
  "report:1.0.0",
  "registry.example.com:5000/a/report:1.0.0-rc.1",
  "report:latest-known-good",
  `report@sha256:${"0a".repeat(32)}`,
])("takes the image %s", (image) => {
  expect(having({ image })).toEqual([]);
});

it.each<[Partial<Reports>, string]>([
  [{ recipients: [] }, "reports.recipients: has no mailbox"],
  [
    { recipients: ["ada"] },
    "reports.recipients: is not an e-mail address, got ada",
  ],
  [{ timeZone: "Mars/Olympus" }, "reports.timeZone: is not a time zone"],
  [
    { weekly: { day: "monday", at: "8:00" } },
    "reports.weekly.at: is not a time of day",
  ],
  [{ monthly: { at: "24:00" } }, "reports.monthly.at: is not a time of day"],
  [
    { chat: { kind: "off", reason: " " } },
    "reports.chat: is off without a reason",
  ],
  [
    {
      chat: {
        kind: "on",
        channel: {
          ...slack("#reports"),
          webhook: { secret: "https://hooks.slack.com/x", key: "a" },
        },
      },
    },
    "secret looks like the secret itself",
  ],
  [
    written({ image: "depot:latest" }),
    "reports.written.quality.image: must be an image with a fixed version",
  ],
  [
    written({ folder: "opt/depot" }),
    "reports.written.quality.folder: must be an absolute path",
  ],
  [written({ at: "06.00" as "06:00" }), "reports.written.quality.at"],
  [
    written({ file: "../secret" }),
    "reports.written.quality.file: must be the name of a file in artifacts, got ../secret",
  ],
  [
    written({ command: [] }),
    "reports.written.quality.command: is empty; name the program and its arguments",
  ],
  [
    written({}, "Stock"),
    "reports.written: the name of a report must be kebab-case, got Stock",
  ],
  [
    written({}, "weekly"),
    "reports.written.weekly: is the name of a generated report, got weekly; rename it",
  ],
  [
    written({ recipients: [] }),
    "reports.written.quality.recipients: has no mailbox",
  ],
  [
    { written: { quality: { kind: "off", reason: "" } } },
    "reports.written.quality: is off",
  ],
])("refuses %j", (change, problem) => {
  expect(having(change)).toEqual([expect.stringContaining(problem)]);
});

it("requires a reason if reports are off", () => {
  expect(check({ kind: "off", reason: "" })).toEqual([
    "environments/production reports: is off without a reason; give the reason",
  ]);
});
