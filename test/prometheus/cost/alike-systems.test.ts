import type { ServiceDeclaration } from "../../../model/service";
import { values } from "../../../model/label-values";
import { counter } from "../../../model/metric";
import { perSecond } from "../../../model/typical/typical";
import { wholeService } from "../../../model/whole-service";
import { environmentCost } from "../../../prometheus/cost/environment-cost";
import type { EnvironmentCost } from "../../../prometheus/cost/environment-cost";
import { metricsToken } from "../../../patterns/targets";
import { production } from "../../support/environments/production";
import { operators } from "../../support/operators";

interface Differing {
  readonly key: string;
  readonly of?: string;
  readonly pods?: number;
  readonly statuses?: readonly [string, ...string[]];
}

/** One pattern: what a system orders, by its own names. */
const pattern = ({
  key,
  of = key,
  pods = 2,
  statuses = ["taken", "failed"],
}: Differing): ServiceDeclaration => ({
  key,
  about: "Takes orders.",
  team: operators,
  targets: [
    {
      app: `${key}-api`,
      port: "http",
      containerPort: 80,
      expectedTargets: pods,
      authentication: metricsToken(key),
    },
  ],
  metrics: {
    [`${of}_orders_total`]: counter({
      help: "Orders",
      labels: { status: values(...statuses) },
      typical: perSecond(5),
    }),
  },
  recording: [
    {
      name: "orders",
      rules: [
        {
          record: `${key}:orders:rate5m`,
          expr: `sum by (app, status) (rate(${of}_orders_total[5m]))`,
        },
        {
          record: `${key}:pods:count`,
          expr: 'count by (pod) (up{app!="bistro-api"})',
        },
      ],
    },
  ],
});

/** The pattern with one more series that is recorded. */
function recording(key: string, expr: string): ServiceDeclaration {
  const declared = pattern({ key });
  return {
    ...declared,
    recording: [
      ...(declared.recording ?? []),
      { name: "more", rules: [{ record: `${key}:more:count`, expr }] },
    ],
  };
}

/** Reads what all systems record. */
const reader: ServiceDeclaration = {
  key: "reader",
  about: "Reads all.",
  team: operators,
  reads: "every-system",
  recording: [
    {
      name: "all",
      rules: [
        {
          record: "reader:rate5m",
          expr: "sum by (app, status) (kitchen:orders:rate5m) or sum by (app, status) (stall:orders:rate5m)",
        },
        { record: "reader:pods:count", expr: "count by (system, app) (up)" },
      ],
    },
  ],
};

const costs = (declared: readonly ServiceDeclaration[]): EnvironmentCost =>
  environmentCost(declared.map(wholeService), production, []);

/** What each system costs together with others is what it costs by itself. */
function expectAsAlone(
  declared: readonly ServiceDeclaration[],
  readers: readonly ServiceDeclaration[] = [],
): void {
  const { systems } = costs([...declared, ...readers]);
  for (const [place, one] of declared.entries()) {
    expect(systems[place]).toEqual(costs([one, ...readers]).systems[0]);
  }
}

describe("systems of one pattern", () => {
  it("cost the same under their own names", () => {
    const both = ["kitchen", "stall"].map((key) => pattern({ key }));
    expectAsAlone(both);
    const [, stall] = costs(both).systems;
    expect(stall?.lines.map(({ name }) => name)).toContain(
      "stall_orders_total",
    );
    expect(stall?.dearestRules.map(({ name }) => name)).toEqual([
      "stall:orders:rate5m",
      "stall:pods:count",
    ]);
  });

  it.each<readonly [string, readonly Differing[]]>([
    ["the number of pods", [{ key: "kitchen" }, { key: "stall", pods: 5 }]],
    [
      "the values of a label",
      [{ key: "kitchen" }, { key: "stall", statuses: ["taken"] }],
    ],
    [
      "a name that only one of them has of its own",
      [{ key: "kitchen" }, { key: "stall", of: "kitchen" }],
    ],
    [
      "what a matcher compares with the name of one of them",
      [{ key: "kitchen" }, { key: "bistro" }],
    ],
  ])("differ in %s", (_, both) => {
    expectAsAlone(both.map(pattern));
  });

  it.each([
    [
      "letters of the key that a regular expression looks at",
      (key: string) =>
        recording(
          key,
          `sum by (pod) (rate(${key}_orders_total{app=~"[a-n].*"}[5m]))`,
        ),
      ["kitchen", "stall"],
    ],
    [
      "what the key means as a word of PromQL",
      (key: string) => recording(key, `${key}(up)`),
      ["abs", "absent"],
    ],
  ])("differ in %s", (_, declared, keys) => {
    expectAsAlone(keys.map(declared));
  });

  it("differ in what those that read all record of them", () => {
    expectAsAlone(
      ["kitchen", "stall"].map((key) =>
        recording(key, `reader:pods:count{app="${key}-api"}`),
      ),
      [
        {
          ...reader,
          recording: [
            {
              name: "all",
              rules: [
                {
                  record: "reader:pods:count",
                  expr: 'count by (app) (up{app!="stall-api"})',
                },
              ],
            },
          ],
        },
      ],
    );
  });

  it("are read by those that read all, each with its own labels", () => {
    const { systems } = costs([
      reader,
      ...["kitchen", "stall"].map((key) => pattern({ key })),
    ]);
    const typical = (name: string): number | undefined =>
      systems
        .find(({ key }) => key === "reader")
        ?.lines.find((line) => line.name === name)?.typical;
    expect(typical("reader:rate5m")).toBe(2 * 2);
    expect(typical("reader:pods:count")).toBe(2);
  });
});
