import { releaseSizeAtMost } from "../../checks/release-size-at-most";
import { environments } from "../../config/environments";
import { serviceObjectsValues } from "../../helm/raw-objects/service-objects-values";
import { days } from "../../model/duration";
import type { Service } from "../../model/service";
import { codeverify, services } from "../support/declared";

const largest = (service: Service): number =>
  Math.max(
    ...environments.map((environment) =>
      Buffer.byteLength(
        JSON.stringify(serviceObjectsValues(service, environment)),
      ),
    ),
  );

it.each(services.map((service) => [service.key, service] as const))(
  "is above the size of %s, and low enough to skip rendering",
  (_key, service) => {
    expect(releaseSizeAtMost(service)).toBeGreaterThan(largest(service));
    expect(releaseSizeAtMost(service)).toBeLessThan(900 * 1024);
  },
);

const slo = codeverify.slos.find(({ kind }) => kind === "request");
if (slo === undefined) throw new Error("CodeVerify has an SLO of requests");
const [alert] = codeverify.alerts;
if (alert === undefined) throw new Error("CodeVerify has alerts");
const withoutSlos = { ...codeverify, slos: [] };
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
      alerts: codeverify.alerts.map((alert) => ({
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
  expect(releaseSizeAtMost(service)).toBeGreaterThan(largest(service));
});
