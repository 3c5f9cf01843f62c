import { staging, production } from "../support/organisation/environments";
import {
  catalogueFile,
  environmentCatalogue,
} from "../../catalogue/environment-catalogue";
import type { Catalogue } from "../../catalogue/form";
import type { EnvironmentConfig } from "../../model/environment";
import { percent } from "../../model/ratio";
import type { Service } from "../../model/service";
import { plain } from "../stacks/output";
import { services } from "../support/organisation/services";
import { goodAlert, goodService } from "../support/services";
import {
  catalogueFaults,
  renderedAlerts,
  schemaErrors,
  secretsNamed,
} from "./catalogue-judgement";

const ENVIRONMENTS = [staging, production].map(
  (environment) =>
    [
      environment.name,
      environment,
      environmentCatalogue(environment, services),
    ] as const,
);

const fileOf = (...about: Parameters<typeof catalogueFile>): string =>
  [...catalogueFile(...about)].join("");

const of = (
  service: Partial<Service>,
  environment: EnvironmentConfig = plain(production),
) => environmentCatalogue(environment, [{ ...goodService, ...service }]);

describe.each(ENVIRONMENTS)(
  "the catalogue of %s",
  (_, environment, catalogue) => {
    it("matches the published schema, the rendered rules and receivers, and the proofs", () => {
      expect(renderedAlerts(environment, services).length).toBeGreaterThan(50);
      expect(catalogueFaults(catalogue, environment, services)).toEqual([]);
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
      expect(secretsNamed(fileOf(environment, services))).toEqual([]);
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
  expect(schemaErrors(notified)).toEqual([]);
  expect(fileOf(production, [goodService])).not.toContain("requirements");
});

it("is refused by the schema where a field is missing or unknown", () => {
  const good = of({});
  expect(schemaErrors(good)).toEqual([]);
  const [system] = good.systems;
  if (system === undefined) throw new Error("no system");
  const changed = (change: object): Catalogue => ({
    ...good,
    systems: [{ ...system, ...change }],
  });
  expect(schemaErrors(changed({ team: undefined }))).toEqual([
    "/systems/0 must have required property 'team'",
  ]);
  expect(schemaErrors(changed({ owner: "somebody" }))).toEqual([
    "/systems/0 must NOT have additional properties",
  ]);
});
