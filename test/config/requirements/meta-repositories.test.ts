import { production } from "../../../config/environments/production";
import { META_REPOSITORIES } from "../../../config/services/meta-repositories";
import { notificationPolicyOf } from "../../../model/notification-path";
import { sendsTraces } from "../../../model/service-traces";
import { alertsIn } from "../../../prometheus/rules/alert-rules";
import { services } from "../../support/declared";

const six = META_REPOSITORIES.flatMap((key) =>
  services.filter((service) => service.key === key),
);
const about = services.filter(({ key }) => key === "meta");

it("are all declared", () => {
  expect(six.map(({ key }) => key)).toEqual(META_REPOSITORIES);
});

it("have as many rules, alerts and metrics as specified, without those generated from SLOs", () => {
  const together = [...six, ...about];
  const rules = together.flatMap(({ recording }) =>
    recording.flatMap((group) => group.rules),
  );
  expect(rules.length).toBeGreaterThanOrEqual(60);
  expect(
    together.flatMap(({ alerts }) => alerts).length,
  ).toBeGreaterThanOrEqual(40);
  expect(
    new Set(together.flatMap(({ metrics }) => Object.keys(metrics))).size,
  ).toBeGreaterThanOrEqual(50);
});

describe.each(six.map((service) => [service.key, service] as const))(
  "%s",
  (key, service) => {
    it("exposes metrics, and its health is looked at", () => {
      expect(Object.keys(service.metrics)).not.toEqual([]);
      expect(service.targets.map(({ path = "/metrics" }) => path)).toContain(
        "/metrics",
      );
      expect(service.probes).not.toEqual([]);
    });

    it("sends traces", () => {
      expect(sendsTraces(service)).toBe(true);
    });

    it("has its errors on a page, and an alert of the six looks at them", () => {
      expect(
        service.logQueries?.map(({ id, expr }) => [
          id,
          expr.includes(`system="${key}"`),
        ]),
      ).toContainEqual(["errors", true]);
      expect(
        about.flatMap(({ logAlerts = [] }) =>
          logAlerts.map(({ expr }) => expr),
        ),
      ).toEqual([expect.stringContaining(key)]);
    });

    it("has somebody called when it is critical", () => {
      const called = alertsIn(production, service)
        .map((alert) => notificationPolicyOf(alert, service))
        .filter(({ channels }) => channels.includes("pager"));
      expect(called).not.toEqual([]);
    });
  },
);
