import { production } from "../../../config/environments/production";
import { checkSystemFacts } from "../../../model/checks/check-system-facts";
import { seconds } from "../../../model/duration";
import type { EnvironmentConfig } from "../../../model/environment";
import { formatProblem } from "../../../model/problem";
import type { Service } from "../../../model/service";
import { goodService } from "../../support/services";

const service: Service = {
  ...goodService,
  probes: goodService.probes.map((probe) => ({
    ...probe,
    url: { environmentUrl: "health" },
  })),
  dashboards: goodService.dashboards.map((dashboard) => ({
    ...dashboard,
    replaces: "page",
  })),
  collectionJobs: [
    {
      name: "count",
      schedule: "*/5 * * * *",
      deadline: seconds(240),
      command: ["count"],
    },
  ],
};
const good = {
  systemUrls: { shop: { health: "https://shop.example.com/health" } },
  collectionImages: { shop: "example.com/shop:1.0.0" },
} satisfies Partial<EnvironmentConfig>;

const check = (
  change: Partial<EnvironmentConfig>,
  declared: Service = service,
): readonly string[] =>
  checkSystemFacts("environments/production", { ...production, ...change }, [
    declared,
  ]).map(formatProblem);

it("finds nothing if each system has the addresses that it reads", () => {
  expect(check(good)).toEqual([]);
  expect(
    check({
      ...good,
      systemUrls: {
        shop: { ...good.systemUrls.shop, page: "https://shop.example.com/old" },
      },
    }),
  ).toEqual([]);
  expect(check({ systemUrls: {}, collectionImages: {} }, goodService)).toEqual(
    [],
  );
});

it.each<[string, Partial<EnvironmentConfig>, readonly string[]]>([
  [
    "an address that a probe needs and the environment lacks",
    { ...good, systemUrls: { shop: {} } },
    [
      'environments/production systemUrls.shop.health: is missing: the probe "shop-health" asks it; state the address that this environment has',
    ],
  ],
  [
    "a misspelt address",
    { ...good, systemUrls: { shop: { helth: "https://shop.example.com" } } },
    [
      'environments/production systemUrls.shop.health: is missing: the probe "shop-health" asks it; state the address that this environment has',
      "environments/production systemUrls.shop.helth: is not read by any probe or dashboard of the system; allowed: health, page; correct the name or remove it",
    ],
  ],
  [
    "an invalid address",
    { ...good, systemUrls: { shop: { health: "shop:8080/health" } } },
    [
      "environments/production systemUrls.shop.health: is not an address over HTTP, got shop:8080/health; allowed: http://<host>/<path>; correct it",
    ],
  ],
  [
    "unknown systems",
    {
      systemUrls: { ...good.systemUrls, store: {} },
      collectionImages: {
        ...good.collectionImages,
        store: "example.com/store:1.0.0",
      },
    },
    [
      "environments/production systemUrls.store: names a system that does not exist; allowed: shop; correct the key or remove the entry",
      "environments/production collectionImages.store: names a system that does not exist; allowed: shop; correct the key or remove the entry",
    ],
  ],
  [
    "jobs without an image",
    { systemUrls: good.systemUrls, collectionImages: {} },
    [
      "environments/production collectionImages.shop: is missing: the system has collection jobs; name the image, with a fixed version",
    ],
  ],
  [
    "an image with a moving tag",
    { ...good, collectionImages: { shop: "example.com/shop:latest" } },
    [
      "environments/production collectionImages.shop: must be an image with a fixed version, got example.com/shop:latest; allowed: name:version, never latest, or name@sha256:…; correct it",
    ],
  ],
])("names %s", (_, change, messages) => {
  expect(check(change)).toEqual(messages);
});

it("names an image of a system without jobs", () => {
  expect(check({ ...good, systemUrls: {} }, goodService)).toEqual([
    "environments/production collectionImages.shop: is for a system without collection jobs; allowed: none; remove it",
  ]);
});
