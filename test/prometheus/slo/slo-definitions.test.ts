import Ajv from "ajv";
import schema from "../../../docs/slo-definitions.schema.json";
import { allChartMetrics } from "../../../helm/all-chart-metrics";
import { decimal } from "../../../model/decimal";
import type { Service } from "../../../model/service";
import { budgeted } from "../../../model/slo";
import type { Slo } from "../../../model/slo";
import { buildCatalogue } from "../../../prometheus/catalogue";
import type {
  SloDefinition,
  TierDefinition,
} from "../../../prometheus/slo/definition-form";
import { sloDefinitions } from "../../../prometheus/slo/slo-definitions";
import { sloAlerts } from "../../../prometheus/slo/tier-alerts";
import { checkExpression } from "../../../query/promql/check-expression";
import { services } from "../../support/organisation/services";
import {
  answers,
  never,
  perStatus,
  promisingService,
  seldom,
} from "../../support/slos";

const definitionOf = (slo: Slo): SloDefinition | undefined =>
  sloDefinitions({ ...promisingService, slos: [slo] }).slos[0];

const promising: readonly Service[] = [
  promisingService,
  ...services.filter(({ slos }) => slos.length > 0),
];

it("lists the system and its SLOs in order of declaration", () => {
  const { slos, ...head } = sloDefinitions(promisingService);
  expect(head).toEqual({ version: 1, system: "shop", displayName: "Shop" });
  expect(slos.map(({ name }) => name)).toEqual([
    "answers",
    "per-status",
    "seldom",
    "never",
  ]);
});

const A = '{system="shop", slo="answers"}';

it("states an SLO's budget and the queries for its state", () => {
  expect(definitionOf(answers)).toEqual({
    kind: "request",
    name: "answers",
    promise: "The shop answers.",
    period: "30d",
    dims: [],
    objective: 0.999,
    budget: {
      ratio: 0.001,
      minutes: 43.2,
      perMillion: 1000,
      counting:
        "Of a million events 1000 may be bad; the 43.2 minutes assume a constant event rate.",
    },
    volume: "normal",
    tiers: expect.any(Array) as unknown,
    queries: {
      errorRatio: {
        "5m": `slo:sli_error:ratio_rate5m${A}`,
        "30m": `slo:sli_error:ratio_rate30m${A}`,
        "1h": `slo:sli_error:ratio_rate1h${A}`,
        "2h": `slo:sli_error:ratio_rate2h${A}`,
        "6h": `slo:sli_error:ratio_rate6h${A}`,
        "1d": `slo:sli_error:ratio_rate1d${A}`,
        "3d": `slo:sli_error:ratio_rate3d${A}`,
      },
      periodErrorRatio: `slo:sli_error:ratio_period${A}`,
      monthErrorRatio: `slo:sli_error:ratio_calendar_month${A}`,
      badEvents: `slo:bad_events:rate30d${A} * 2592000`,
      allowedBadEvents: `slo:total_events:rate30d${A} * 2592000 * 0.001`,
      budgetRemaining: `slo:error_budget_remaining:ratio${A}`,
      violated: `slo:violated:bool${A}`,
    },
  });
});

const tiersOf = (slo: Slo): readonly TierDefinition[] => {
  const definition = definitionOf(slo);
  return definition !== undefined && "tiers" in definition
    ? definition.tiers
    : [];
};

it("states a tier's threshold and detection times", () => {
  expect(tiersOf(answers)[0]).toEqual({
    name: "1h",
    longWindow: "1h",
    shortWindow: "5m",
    for: "0s",
    keepFiringFor: "5m",
    budgetShare: 0.02,
    factor: 14.4,
    threshold: 0.0144,
    priority: "P0",
    minimumBadEvents: 5,
    outages: [
      { errorRatio: 1, detectedAfter: "52s", resolvedAfter: "9m56s" },
      { errorRatio: 0.1, detectedAfter: "8m39s", resolvedAfter: "9m17s" },
      { errorRatio: 0.01, detectedAfter: null, resolvedAfter: null },
    ],
  });
});

it("has the tiers of the SLO, slow ones with their for", () => {
  expect(
    tiersOf({ ...perStatus, minimumBadEvents: 20 }).map((tier) => [
      tier.name,
      tier.factor,
      tier.threshold,
      tier.priority,
      tier.minimumBadEvents,
      tier.outages.map(({ detectedAfter }) => detectedAfter),
    ]),
  ).toEqual([
    ["1h", 13.44, 0.672, "P1", 20, ["40m20s", null, null]],
    ["6h", 3.5, 0.175, "P1", 20, ["1h3m", null, null]],
    ["1d", 1.4, 0.07, "P2", 20, ["1h55m48s", "17h3m", null]],
    ["3d", 0.98, 0.049, "P2", 20, ["3h46m41s", "1d11h31m48s", null]],
  ]);
  expect(definitionOf(perStatus)?.dims).toEqual(["status"]);
});

it("counts a measured SLO in seconds, and has no tiers at low volume", () => {
  expect(definitionOf(seldom)).toMatchObject({
    kind: "value",
    volume: "low",
    budget: {
      ratio: 0.1,
      minutes: 4320,
      perMillion: 100_000,
      counting: "Of a million seconds 100000 may be bad, 4320 minutes in 30d.",
    },
    tiers: [],
  });
  expect(definitionOf(seldom)?.queries).not.toHaveProperty("monthErrorRatio");
});

it("states only query and priority of a zero-tolerance SLO", () => {
  expect(definitionOf(never)).toEqual({
    kind: "zero-tolerance",
    name: "never",
    promise: "Nothing is a teapot.",
    period: "30d",
    dims: ["status"],
    priority: "P1",
    queries: { violated: 'slo:violated:bool{system="shop", slo="never"}' },
  });
});

describe.each(promising.map((service) => [service.key, service] as const))(
  "the definitions of %s",
  (_, service) => {
    const definitions = sloDefinitions(service);

    it("match the published schema", () => {
      const validate = new Ajv().compile(schema);
      // Through JSON, as readers get them.
      validate(JSON.parse(JSON.stringify(definitions)));
      expect(validate.errors).toBeNull();
    });

    it("use recorded series only, none of the application's", () => {
      const text = JSON.stringify(definitions);
      expect(
        Object.keys(service.metrics).filter((name) => text.includes(name)),
      ).toEqual([]);
      expect(text).not.toContain("examples");
    });

    it("query only recorded series", () => {
      const context = {
        catalogue: buildCatalogue([service], allChartMetrics).of(service.key),
        system: service.key,
        namespace: service.namespace,
        readsAllSystems: false,
      };
      const asked = definitions.slos.flatMap(({ queries }) =>
        Object.values(queries).flatMap((query: string | object) =>
          typeof query === "string"
            ? [query]
            : (Object.values(query) as readonly string[]),
        ),
      );
      expect(asked.length).toBeGreaterThan(definitions.slos.length);
      expect(asked.flatMap((query) => checkExpression(query, context))).toEqual(
        [],
      );
    });

    it("have the thresholds of the alerts", () => {
      for (const slo of budgeted(service.slos)) {
        const definition = definitions.slos.find(
          ({ name }) => name === slo.name,
        );
        const tiers =
          definition !== undefined && "tiers" in definition
            ? definition.tiers
            : [];
        expect(
          sloAlerts(slo, service.key).map(({ labels, priority, expr }) => [
            labels?.["burn_tier"],
            priority,
            / > ([\d.]+)\n/.exec(expr)?.[1],
            / >= ([\d.]+)\n/.exec(expr)?.[1],
          ]),
        ).toEqual(
          tiers.map((tier) => [
            tier.name,
            tier.priority,
            decimal(tier.threshold),
            decimal(tier.minimumBadEvents),
          ]),
        );
      }
    });
  },
);

it("would refuse a format other than the schema's", () => {
  const validate = new Ajv().compile(schema);
  const definitions = sloDefinitions(promisingService);
  expect(validate({ ...definitions, version: 2 })).toBe(false);
  expect(validate({ ...definitions, more: 1 })).toBe(false);
});
