import { production } from "../../environments/production";
import { staging } from "../../environments/staging";
import { requiredSecrets } from "../../helm/required-secrets";
import type { ServiceDeclaration } from "../../model/service";
import { goodService } from "../support/services";

/** A service with every kind of use, and one that shares a channel with it and uses nothing else. */
const services: readonly ServiceDeclaration[] = [
  {
    ...goodService,
    exporters: [
      {
        kind: "redis",
        requirement: "X-T3",
        name: "shop-redis-exporter",
        address: "redis://redis.shop.svc:6379",
        password: { secret: "shop-data", key: "redis" },
      },
      {
        kind: "redis",
        requirement: "X-T4",
        name: "shop-cache-exporter",
        address: "redis://cache.shop.svc:6379",
        password: { kind: "none" },
      },
      {
        kind: "postgres",
        requirement: "X-T5",
        name: "shop-postgres-exporter",
        host: "postgres.shop.svc",
        database: "shop",
        user: "monitoring",
        password: { secret: "shop-data", key: "postgres" },
      },
    ],
  },
  {
    ...goodService,
    key: "till",
    slackChannel: "#shop-alerts",
    targets: [],
  },
];

const table = (environment: typeof production): readonly string[] =>
  requiredSecrets(environment, services).map(
    ({ namespace, name, keys, usedBy }) =>
      `${namespace}/${name}: ${keys.join(", ")} (${usedBy.join(", ")})`,
  );

it("lists what production reads", () => {
  expect(table(production)).toEqual([]);
});

it("lists what staging reads: no pager, no archive, no database, one channel for all", () => {
  expect(table(staging)).toEqual([]);
});
