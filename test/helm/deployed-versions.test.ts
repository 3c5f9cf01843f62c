import { production, staging } from "../support/organisation/environments";
import { KUBE_PROMETHEUS_STACK } from "../../helm/kube-prometheus-stack/chart";
import { LOKI } from "../../helm/loki/chart";
import { lokiValues } from "../../helm/loki/loki-values";
import type { EnvironmentConfig } from "../../model/environment";
import { ENGINES } from "../../engines/engines";
import { isAtLeast } from "../../engines/version";
import { asReceived, chartDefaults, stackValues } from "./chart-values";
import { valueAt } from "./unknown-keys";

const { chart } = KUBE_PROMETHEUS_STACK;

/**
 * The release in a tag: `3.15.0` of `v3.15.0-distroless`, whose last word is the kind of its base.
 */
const releaseOf = (tag: string): string => {
  const [, release = ""] = /^v?(\d+\.\d+\.\d+)(-distroless)?$/.exec(tag) ?? [];
  return release;
};

const minorOf = (release: string): string =>
  release.split(".").slice(0, 2).join(".");

/**
 * Whether what is deployed is tried with the same minor version, in the same patch or a later one.
 */
const isTried = (deployed: string, tested: string): boolean =>
  minorOf(deployed) === minorOf(tested) && isAtLeast(tested, deployed);

const tagIn = (
  environment: EnvironmentConfig,
  ...path: readonly string[]
): string => String(valueAt(stackValues(environment), ...path, "image", "tag"));

it.each([
  ["the same version", "3.15.0", "3.15.0", true],
  ["a later patch", "3.15.0", "3.15.2", true],
  ["an earlier patch", "3.15.2", "3.15.0", false],
  ["a later minor version", "3.14.0", "3.15.0", false],
  ["an earlier minor version", "3.15.0", "3.14.9", false],
])("is tried with %s: %s by %s", (_, deployed, tested, expected) => {
  expect(isTried(deployed, tested)).toBe(expected);
});

describe.each([staging, production].map((one) => [one.name, one] as const))(
  "%s",
  (_, environment) => {
    it.each([
      [
        "Prometheus",
        tagIn(environment, "prometheus", "prometheusSpec"),
        [ENGINES.prometheus, ENGINES.promtool],
      ],
      [
        "Alertmanager",
        tagIn(environment, "alertmanager", "alertmanagerSpec"),
        [ENGINES.alertmanager, ENGINES.amtool],
      ],
      // Nothing overrides it: see the next test.
      ["Loki", LOKI.appVersion, [ENGINES.loki, ENGINES.lokitool]],
    ])("runs the %s that it is tried with", (_name, tag, engines) => {
      const deployed = releaseOf(tag);
      expect(deployed).not.toBe("");
      expect(
        engines.filter(({ version }) => !isTried(deployed, version)),
      ).toEqual([]);
    });

    it("runs the chart's own Loki", () => {
      const values = asReceived(lokiValues(environment));
      expect(valueAt(values, "loki", "image")).toBeUndefined();
    });

    it("has an Alertmanager whose inhibitions hold", () => {
      const tag = tagIn(environment, "alertmanager", "alertmanagerSpec");
      expect(isAtLeast(releaseOf(tag), "0.34.1")).toBe(true);
    });
  },
);

it("runs no Prometheus or Alertmanager older than the chart's", () => {
  const defaults = chartDefaults(chart);
  if (defaults === undefined) return;
  for (const path of [
    ["prometheus", "prometheusSpec"],
    ["alertmanager", "alertmanagerSpec"],
  ]) {
    const own = releaseOf(String(valueAt(defaults, ...path, "image", "tag")));
    const ours = releaseOf(tagIn(production, ...path));
    expect(isAtLeast(ours, own)).toBe(true);
  }
});
