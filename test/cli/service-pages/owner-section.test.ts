import { ownerSection } from "../../../cli/service-pages/owner/owner-section";
import { open, values } from "../../../model/label-values";
import { counter, gauge, histogram } from "../../../model/metric";
import type { Service } from "../../../model/service";
import { wholeService } from "../../../model/whole-service";
import { production } from "../../support/environments/production";
import { goodService, goodTeam } from "../../support/services";

const sectionOf = (
  service: Service,
  environment: Partial<typeof production> = {},
): string =>
  ownerSection({
    service,
    services: [service],
    environment: { ...production, ...environment },
    runbooks: "../runbooks",
    lastChange: "2026-11-21",
  }).join("\n\n");

const help = "A metric";
const shop = values("shop");

it("names Secrets, labels, ports and policies of what is scraped", () => {
  const section = sectionOf(goodService);
  for (const line of [
    'create secret generic shop-token --from-literal=token="$SHOP_TOKEN"',
    "get services --selector app=shop-api --output jsonpath='{..ports[?(@.name==\"http\")]}'",
    'curl --fail --header "Authorization: Bearer $SHOP_TOKEN" http://127.0.0.1:8080/metrics',
    "files/workloads/shop-network-policies.json",
    "--data-urlencode target=http://shop.shop.svc/health",
    "export OTEL_SERVICE_NAME='<workload>'",
  ]) {
    expect(section).toContain(line);
  }
});

it("says nothing where nothing runs that the owner could set up", () => {
  const section = sectionOf(
    wholeService({ key: "shop", about: "Takes orders.", team: goodTeam }),
  );
  expect(section).toMatch(/^## What the owner sets up\n\nNothing: [^\n]+$/);
});

it("creates a Secret with two keys once, and each key once", () => {
  const [target] = goodService.targets;
  if (target === undefined) throw new Error("the service has no target");
  const reads = (name: string, key: string) => ({
    ...target,
    name,
    authentication: {
      kind: "bearer",
      credentials: { secret: "shop", key },
    } as const,
  });
  expect(
    sectionOf({
      ...goodService,
      targets: [reads("a", "one"), reads("b", "two"), reads("c", "one")],
    }),
  ).toContain(
    'create secret generic shop --from-literal=one="$SHOP_ONE" --from-literal=two="$SHOP_TWO"\n',
  );
});

it("pushes under the labels that all metrics share, and no value that is not set", () => {
  const pushed = { help, source: "push" } as const;
  const section = sectionOf({
    ...goodService,
    metrics: {
      shop_imports_total: counter({
        ...pushed,
        labels: {
          system: shop,
          feed: open({ upTo: 5, examples: ["new goods"] }),
          outcome: values("ok", "failed"),
        },
      }),
      shop_import_seconds: histogram({
        ...pushed,
        labels: { feed: values("prices") },
        buckets: [1],
      }),
      shop_feed_age_seconds: gauge({
        ...pushed,
        labels: { feed: values("prices") },
      }),
    },
  });
  expect(section).toContain(
    '/metrics/job/"$JOB"/system/shop/feed/new%20goods <<METRICS\n' +
      "# TYPE shop_imports_total counter\n" +
      'shop_imports_total{outcome="ok"} $shop_imports_total\n' +
      "# TYPE shop_feed_age_seconds gauge\n" +
      "shop_feed_age_seconds $shop_feed_age_seconds\n" +
      "METRICS\n",
  );
});

it("leaves the jobs of the platform's namespace to the platform", () => {
  expect(
    sectionOf({
      ...goodService,
      namespace: production.namespace,
      metrics: { shop_age_seconds: gauge({ help, source: "push" }) },
    }),
  ).not.toContain("Jobs that push");
});

it("names the addresses of a target on hosts, which no label selects", () => {
  const section = sectionOf(goodService, {
    outsideTargets: [
      {
        system: "shop",
        target: "shop",
        addresses: ["shop.example.com:9108"],
        reason: "a test",
      },
    ],
  });
  expect(section).toContain("| hosts, `shop.example.com:9108` |");
  expect(section).not.toContain("--selector app=shop-api");
  expect(section).not.toContain("network-policies.json");
});

it("creates the user of a PostgreSQL exporter", () => {
  expect(
    sectionOf({
      ...goodService,
      exporters: [
        {
          kind: "postgres",
          name: "shop-postgres-exporter",
          host: "postgres.shop.svc:5432",
          database: "shop",
          user: "monitoring",
          password: { secret: "shop-postgres", key: "password" },
        },
      ],
    }),
  ).toContain('GRANT pg_monitor TO "monitoring";\n');
});
