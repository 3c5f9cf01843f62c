import { parse } from "yaml";
import { SLOTH, readRules, slothSpec } from "./rules/sloth";

it("asks Sloth for the same SLOs over the same queries", () => {
  expect(parse(slothSpec(2))).toMatchObject({
    version: "prometheus/v1",
    service: "bench",
    slos: [
      {
        name: "slo-0",
        objective: 99.9,
        sli: {
          events: {
            error_query:
              'sum(rate(bench_0_requests_total{status=~"5.."}[{{.window}}]))',
            total_query: "sum(rate(bench_0_requests_total[{{.window}}]))",
          },
        },
      },
      { name: "slo-1" },
    ],
  });
});

it("reads rules of either kind in their order, and refuses another form", () => {
  const alert = `
groups:
- name: sli
  rules:
  - record: slo:objective:ratio
    expr: vector(0.9990000000000001)
    labels:
      sloth_slo: slo-0
- name: alerts
  rules:
  - alert: Burn
    expr: slo:objective:ratio > 2
    labels:
      sloth_severity: page
`;
  expect(readRules(alert)).toEqual([
    {
      record: "slo:objective:ratio",
      expr: "vector(0.9990000000000001)",
      labels: { sloth_slo: "slo-0" },
    },
    {
      alert: "Burn",
      expr: "slo:objective:ratio > 2",
      for: "0s",
      labels: { sloth_severity: "page" },
      annotations: {},
    },
  ]);
  expect(() => readRules("groups: 3")).toThrow(
    "rules of Sloth: groups is 3 where a list is due",
  );
});

it("pins the release and the module to one version", () => {
  expect([SLOTH.release.folder, SLOTH.source]).toMatchObject([
    `slok/sloth/releases/download/v${SLOTH.version}`,
    { kind: "module", version: `v${SLOTH.version}` },
  ]);
});
