import { checkTraces } from "../../../model/checks/check-traces";
import { formatProblem } from "../../../model/problem";
import type { Service } from "../../../model/service";
import { goodService } from "../../support/services";

const none = { kind: "none", reason: "its jobs make none" } as const;
const [dashboard] = goodService.dashboards;
const [panel] = dashboard?.panels ?? [];
if (dashboard === undefined || panel === undefined) throw new Error("no panel");

const EXPR = '{ resource.system = "shop" }';
const asking: Service = {
  ...goodService,
  traceQueries: [
    {
      id: "slow-requests",
      title: "Slow requests",
      description: "What took long",
      expr: EXPR,
    },
  ],
  dashboards: [
    {
      ...dashboard,
      panels: [
        panel,
        {
          ...panel,
          title: "Traces",
          queries: [{ kind: "traceql", expr: EXPR }],
        },
      ],
    },
  ],
};

const check = (service: Service): readonly string[] =>
  checkTraces(service).map(formatProblem);

it.each<[string, Service]>([
  ["a system that sends traces", asking],
  ["one that says so", { ...asking, traces: { kind: "sent" } }],
  [
    "a system that sends none and queries those of others",
    { ...asking, reads: "every-system", traces: none },
  ],
  ["one that sends none and asks for none", { ...goodService, traces: none }],
])("finds nothing in %s", (_, service) => {
  expect(check(service)).toEqual([]);
});

it("finds queries about traces of a system that sends none", () => {
  expect(check({ ...asking, traces: none })).toEqual([
    'services/shop trace query "Slow requests": asks for traces of a system that sends none; remove it, or let the system send traces: traces: { kind: "sent" }',
    'services/shop dashboard "shop" panel "Traces": asks for traces of a system that sends none; remove it, or let the system send traces: traces: { kind: "sent" }',
  ]);
});

it("requires the reason", () => {
  expect(
    check({ ...goodService, traces: { kind: "none", reason: " " } }),
  ).toEqual([
    "services/shop traces: reason must not be empty; write why it sends no traces",
  ]);
});

describe("workloads that send traces", () => {
  const sent = (...names: readonly string[]): Service => ({
    ...goodService,
    traces: {
      kind: "sent",
      workloads: names.map((workload) => ({ workload })),
    },
  });

  it("are named for their system, so that its service map shows them", () => {
    expect(check(sent("shop", "shop-api"))).toEqual([]);
    expect(check(sent("shopping"))).toEqual([
      'services/shop traces workload "shopping": is not named for its system, so no service map shows it; allowed: shop, shop-…; rename it',
    ]);
  });

  it("have unique names", () => {
    expect(check(sent("shop-api", "shop-api"))).toEqual([
      'services/shop traces workload "shop-api": the name is used twice; rename one',
    ]);
  });
});
