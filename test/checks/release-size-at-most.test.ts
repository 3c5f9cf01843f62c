import { releaseSizeAtMost } from "../../checks/release-size-at-most";
import { environments } from "../support/organisation/environments";
import { days } from "../../model/duration";
import type { Service } from "../../model/service";
import { market, services } from "../support/organisation/services";
import { largestRelease, releaseSizeFaults } from "./release-size-judgement";

it("is above the size of every system, and low enough to skip rendering", () => {
  expect(releaseSizeFaults(services, environments)).toEqual([]);
});

const slo = market.slos.find(({ kind }) => kind === "request");
if (slo === undefined) throw new Error("Market has an SLO of requests");
const [alert] = market.alerts;
if (alert === undefined) throw new Error("Market has alerts");
const withoutSlos = { ...market, slos: [] };
const bare = { ...withoutSlos, alerts: [], recording: [], logAlerts: [] };

it.each<[string, Service]>([
  [
    "a period of a year, whose tiles are days",
    { ...bare, slos: [{ ...slo, period: days(365) }] },
  ],
  [
    "many periods, whose rules name their SLOs in every tile",
    {
      ...bare,
      slos: Array.from({ length: 20 }, (_, index) => ({
        ...slo,
        name: `${"a-long-name-".repeat(5)}${String(index)}`,
        period: days(28 + index),
      })),
    },
  ],
  [
    "texts that grow when they are escaped",
    {
      ...withoutSlos,
      alerts: market.alerts.map((alert) => ({
        ...alert,
        summary: '"\n'.repeat(500),
      })),
    },
  ],
  [
    "many alerts of few words",
    {
      ...withoutSlos,
      alerts: Array.from({ length: 300 }, () => ({
        ...alert,
        expr: "up",
        summary: "",
        description: "",
      })),
    },
  ],
  ["nothing", bare],
])("is above the real size with %s", (_what, service) => {
  expect(releaseSizeAtMost(service)).toBeGreaterThan(
    largestRelease(service, environments),
  );
});
