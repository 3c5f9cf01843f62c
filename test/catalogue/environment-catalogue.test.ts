import Ajv from "ajv";
import { staging } from "../../config/environments/staging";
import { production } from "../../config/environments/production";
import {
  catalogueFile,
  environmentCatalogue,
} from "../../catalogue/environment-catalogue";
import type { Catalogue } from "../../catalogue/form";
import { alertmanagerConfig } from "../../alertmanager/alertmanager-config";
import schema from "../../docs/catalogue.schema.json";
import { decimal } from "../../model/decimal";
import type { EnvironmentConfig } from "../../model/environment";
import { percent } from "../../model/ratio";
import type { Service } from "../../model/service";
import { logRuleGroups } from "../../prometheus/rules/log-rules";
import { ruleGroups } from "../../prometheus/rules/rule-groups";
import { renderPlaceholders } from "../../query/promql/placeholders";
import { plain } from "../stacks/output";
import { services } from "../support/declared";
import { goodAlert, goodService } from "../support/services";

const ENVIRONMENTS = [staging, production].map(
  (environment) =>
    [
      environment.name,
      environment,
      environmentCatalogue(environment, services),
    ] as const,
);

const validate = new Ajv({ allErrors: true, strict: true }).compile(schema);

/** Errors of the schema validation of a catalogue. */
const errorsIn = (catalogue: Catalogue): readonly string[] => {
  validate(JSON.parse(JSON.stringify(catalogue)));
  return (validate.errors ?? []).map(
    ({ instancePath, message = "" }) => `${instancePath} ${message}`,
  );
};

const fileOf = (...about: Parameters<typeof catalogueFile>): string =>
  [...catalogueFile(...about)].join("");

const of = (
  service: Partial<Service>,
  environment: EnvironmentConfig = plain(production),
) => environmentCatalogue(environment, [{ ...goodService, ...service }]);

describe.each(ENVIRONMENTS)(
  "the catalogue of %s",
  (_, environment, catalogue) => {
    it("matches the published schema", () => {
      expect(errorsIn(catalogue)).toEqual([]);
    });

    it("has every alert that is rendered, and with its thresholds filled in the same expression", () => {
      const rendered = services.flatMap((service) => {
        const { recording, slos, alerts } = ruleGroups(service, environment);
        return [
          ...recording,
          ...slos,
          ...alerts,
          ...logRuleGroups(service, environment),
        ]
          .flatMap(({ rules }) => rules)
          .flatMap((rule) =>
            "alert" in rule
              ? [
                  {
                    system: service.key,
                    name: rule.alert,
                    expr: rule.expr,
                    for: rule.for,
                    labels: rule.labels,
                  },
                ]
              : [],
          );
      });
      const notified = catalogue.systems.flatMap(({ key, alerts }) =>
        alerts.map(({ name, expr, thresholds, labels, for: wait }) => ({
          system: key,
          name,
          expr: renderPlaceholders(
            expr,
            Object.fromEntries(
              Object.entries(thresholds).map(([limit, { value }]) => [
                limit,
                decimal(value),
              ]),
            ),
          ),
          for: wait,
          labels,
        })),
      );
      const sorted = (all: readonly object[]): readonly string[] =>
        all.map((one) => JSON.stringify(one)).sort();
      expect(rendered.length).toBeGreaterThan(200);
      expect(sorted(notified)).toEqual(sorted(rendered));
    });

    it("names receivers that Alertmanager has, and the system's own", () => {
      const known = new Set(
        alertmanagerConfig(environment, services).receivers.map(
          ({ name }) => name,
        ),
      );
      const named = [
        ...catalogue.chartAlerts.map(({ receiver }) => receiver),
        ...catalogue.systems.flatMap(({ alerts, receivers }) => {
          const own = receivers.map(({ receiver }) => receiver);
          return alerts.flatMap(({ receiver }) => {
            if (receiver === undefined) return own;
            expect(own).toContain(receiver);
            return [receiver];
          });
        }),
      ];
      expect(named.filter((name) => !known.has(name))).toEqual([]);
    });

    it("has the cases of every alert that is declared", () => {
      const unproved = catalogue.systems.flatMap(({ alerts }) =>
        alerts
          .filter(
            ({ origin, proof }) => (proof === undefined) !== (origin === "slo"),
          )
          .map(({ name }) => name),
      );
      expect(unproved).toEqual([]);
    });

    it("is written as it is, in an order that is always the same", () => {
      const file = fileOf(environment, services);
      const written = JSON.parse(file) as Record<string, unknown>;
      expect(written).toEqual(JSON.parse(JSON.stringify(catalogue)));
      expect(Object.keys(written)).toEqual(Object.keys(written).sort());
      expect(file.split("\n").length).toBeGreaterThan(
        catalogue.systems.length + catalogue.teams.length,
      );
    });

    it("names no Secret and no key of one", () => {
      const text = fileOf(environment, services);
      expect(text).not.toMatch(/"(secret|webhook|routingKey|credentials)"/);
      expect(text).not.toContain("alertmanager-slack");
    });
  },
);

it("does not depend on the order of declarations", () => {
  // Two texts of this length that differ take a minute to compare line by line.
  expect(
    fileOf(production, [...services].reverse()) ===
      fileOf(production, services),
  ).toBe(true);
});

it("has an environment's limit, and the declared limit beside it", () => {
  const [system] = of(
    { alerts: [goodAlert] },
    {
      ...production,
      thresholds: [
        {
          system: "shop",
          alert: "ShopErrors",
          threshold: "errorRatio",
          value: percent(20),
          reason: "little traffic",
        },
      ],
    },
  ).systems;
  expect(system?.alerts[0]?.thresholds).toEqual({
    errorRatio: {
      value: 0.2,
      unit: "ratio",
      of: undefined,
      overrides: { declared: 0.05, reason: "little traffic" },
    },
  });
});

it("says why nobody is notified where a priority is off", () => {
  const [system] = of(
    {},
    {
      ...production,
      notification: {
        ...production.notification,
        priorities: {
          ...production.notification.priorities,
          P3: { kind: "off", reason: "nobody reads them" },
        },
      },
    },
  ).systems;
  expect(
    system?.receivers.find(({ priority }) => priority === "P3"),
  ).toMatchObject({
    receiver: "null",
    channels: [],
    nobody: "nobody reads them",
  });
});

it("contains given requirements, sorted, and none otherwise", () => {
  const entry = (id: string) => ({
    id,
    origin: "seed",
    text: "Orders are counted",
    metBy: ["services/shop"],
  });
  const notified = environmentCatalogue(
    production,
    [goodService],
    [entry("B-1"), entry("A-1")],
  );
  expect(notified.requirements?.map(({ id }) => id)).toEqual(["A-1", "B-1"]);
  expect(errorsIn(notified)).toEqual([]);
  expect(fileOf(production, [goodService])).not.toContain("requirements");
});

it("is refused by the schema where a field is missing or unknown", () => {
  const good = of({});
  expect(errorsIn(good)).toEqual([]);
  const [system] = good.systems;
  if (system === undefined) throw new Error("no system");
  const changed = (change: object): Catalogue => ({
    ...good,
    systems: [{ ...system, ...change }],
  });
  expect(errorsIn(changed({ team: undefined }))).toEqual([
    "/systems/0 must have required property 'team'",
  ]);
  expect(errorsIn(changed({ owner: "somebody" }))).toEqual([
    "/systems/0 must NOT have additional properties",
  ]);
});
