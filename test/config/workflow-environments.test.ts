import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { environments } from "../../config/environments";
import { production } from "../../config/environments/production";

interface Workflow {
  readonly on: {
    readonly schedule?: readonly { readonly cron: string }[];
    readonly workflow_dispatch?: {
      readonly inputs?: {
        readonly environment: { readonly options: readonly string[] };
      };
    };
  };
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly environment?: string;
        readonly strategy?: {
          readonly matrix: { readonly environment: readonly string[] };
        };
        readonly steps: readonly {
          readonly env?: Readonly<Record<string, string>>;
        }[];
      }
    >
  >;
}

const workflow = (name: string): Workflow =>
  parse(
    readFileSync(
      join(__dirname, "../../.github/workflows", `${name}.yml`),
      "utf8",
    ),
  ) as Workflow;

/** Whatever a pipeline names, in the order in which it does. */
const NAMED: readonly (readonly [string, readonly string[]])[] = [
  [
    "plan.yml plans",
    workflow("plan").jobs["plan"]?.strategy?.matrix.environment ?? [],
  ],
  [
    "plan.yml shows",
    workflow("plan").jobs["comment"]?.steps.flatMap(
      ({ env }) => env?.["PLAN_ORDER"]?.split(" ") ?? [],
    ) ?? [],
  ],
  [
    "deploy.yml deploys",
    Object.values(workflow("deploy").jobs).flatMap(
      ({ environment }) => environment ?? [],
    ),
  ],
  [
    "test-alerts.yml offers",
    workflow("test-alerts").on.workflow_dispatch?.inputs?.environment.options ??
      [],
  ],
];

// An environment that is deployed by hand need not be in any.
it.each(NAMED)(
  "%s environments that there are, in the order in which a change reaches them",
  (_, named) => {
    expect(named.length).toBeGreaterThan(0);
    expect(
      environments
        .map(({ name }) => name)
        .filter((name) => named.includes(name)),
    ).toEqual(named);
  },
);

it("test-alerts.yml is scheduled within business hours, with an hour to spare", () => {
  const [schedule] = workflow("test-alerts").on.schedule ?? [];
  const [minute = "", hour = ""] = schedule?.cron.split(" ") ?? [];
  // GitHub's times are UTC; summer and winter may differ elsewhere.
  for (const month of [0, 6]) {
    const start = Date.UTC(2026, month, 6, Number(hour), Number(minute));
    const { businessHours, timeZone } = production.notification;
    const [earliest, latest] = [start, start + 60 * 60 * 1_000].map((time) =>
      new Intl.DateTimeFormat("en-GB", {
        timeZone,
        hour: "2-digit",
        minute: "2-digit",
      }).format(time),
    );
    expect((earliest ?? "") >= businessHours.from).toBe(true);
    expect((latest ?? "") < businessHours.until).toBe(true);
  }
});
