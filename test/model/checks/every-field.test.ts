import { checkProbes } from "../../../checks/check-probes";
import { checkEnvironment } from "../../../model/checks/check-environment";
import { checkEnvironmentShapes } from "../../../model/checks/check-environment-shapes";
import { checkPartShapes } from "../../../model/checks/check-parts";
import { checkWatches } from "../../../model/checks/check-second-path";
import { checkService } from "../../../model/checks/check-service";
import { environmentForm } from "../../../model/checks/forms/environment-form";
import type { Shape, Shapes } from "../../../model/checks/forms/form";
import {
  exporterForm,
  probeForm,
  targetForm,
} from "../../../model/checks/forms/target-forms";
import type { EnvironmentConfig } from "../../../model/environment";
import type { Problem } from "../../../model/problem";
import type { Service } from "../../../model/service";
import { staging } from "../../support/environments/staging";
import { plain } from "../../stacks/output";
import { production } from "../../support/environments/production";
import { goodRunbooks, goodService } from "../../support/services";

/** A field without others in it, and the fields that lead to it. */
interface Leaf {
  readonly keys: readonly string[];
  readonly shape: Shape;
}

type Fields = Readonly<Record<string, unknown>>;

/** The leaves of a form that a value has. */
function leavesOf(
  shape: Shape,
  value: unknown,
  keys: readonly string[],
): readonly Leaf[] {
  switch (shape.is) {
    case "object":
      return leavesOfFields(shape.fields, value as Fields, keys);
    case "union": {
      const fields = value as Fields;
      return leavesOfFields(
        shape.members[String(fields[shape.tag])] ?? {},
        fields,
        keys,
      );
    }
    case "either":
      return leavesOf(
        shape.isFirst(value) ? shape.first : shape.second,
        value,
        keys,
      );
    case "list":
    case "record":
      return Object.entries(value as Fields).flatMap(([key, each]) =>
        leavesOf(shape.each, each, [...keys, key]),
      );
    case "boolean":
    case "number":
    case "one-of":
    case "quantity":
    case "text":
    case "threshold":
    case "unread":
      return [{ keys, shape }];
  }
}

const leavesOfFields = (
  fields: Shapes,
  value: Fields,
  keys: readonly string[],
): readonly Leaf[] =>
  Object.entries(fields).flatMap(([key, field]) =>
    Object.hasOwn(value, key)
      ? leavesOf(field.is === "optional" ? field.inner : field, value[key], [
          ...keys,
          key,
        ])
      : [{ keys: [...keys, key], shape: { is: "unread" } }],
  );

/** Fields that the value has nowhere, so that nothing is tried in them. */
function untried(form: Shape, value: unknown): readonly string[] {
  const leaves = leavesOf(form, value, []);
  const tried = leaves
    .filter(({ shape }) => shape.is !== "unread")
    .map(({ keys }) => keys.at(-1));
  return leaves
    .filter(
      ({ shape, keys }) =>
        shape.is === "unread" && !tried.includes(keys.at(-1)),
    )
    .map(({ keys }) => keys.join("."));
}

/** A copy with one field changed. */
function changed(
  value: unknown,
  [key, ...rest]: readonly string[],
  to: unknown,
): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value)) {
    return value.map((each: unknown, index) =>
      String(index) === key ? changed(each, rest, to) : each,
    );
  }
  const fields = value as Fields;
  return { ...fields, [key]: changed(fields[key], rest, to) };
}

/** What is written instead, by the type of the field. */
const WRONG: Readonly<Partial<Record<Shape["is"], readonly unknown[]>>> = {
  text: ["", "${x}", 5],
  number: [Number.NaN, Number.POSITIVE_INFINITY, -1, "5"],
  boolean: ["no"],
  "one-of": ["", "${x}", 5],
  quantity: [5, "5m", {}],
};

const trials = (
  form: Shape,
  value: unknown,
): readonly (readonly [field: string, got: unknown, value: unknown])[] =>
  leavesOf(form, value, []).flatMap(({ keys, shape }) =>
    (WRONG[shape.is] ?? []).map(
      (to) => [keys.join("."), to, changed(value, keys, to)] as const,
    ),
  );

const shown = (field: string, got: unknown): string =>
  `${field} ${typeof got === "number" ? String(got) : JSON.stringify(got)}`;

/** Fields in which something of the list above is legal, with the reason. */
const LEGAL: Readonly<Record<string, string>> = {
  'answer.body "${x}"': "a regular expression, escaped where it is written",
};

const accepted = (
  form: Shape,
  value: unknown,
  check: (changed: unknown) => readonly Problem[],
): readonly string[] =>
  trials(form, value)
    .filter(([, , wrong]) => check(wrong).length === 0)
    .map(([field, got]) => shown(field, got))
    .filter((trial) => LEGAL[trial] === undefined);

/** Production with every field that may be left out. */
const { cluster, grafana, metrics, prometheus, ...others } = plain(production);
const full = {
  ...others,
  cluster: {
    ...cluster,
    kubeconfigPath: "~/.kube/config",
    size: { nodes: 20, pods: 600 },
  },
  grafana: {
    ...grafana,
    singleSignOn: {
      ...grafana.singleSignOn,
      endpoints: {
        authorization: "https://login.example.com/authorize",
        token: "https://login.example.com/token",
        userInfo: "https://login.example.com/user",
      },
    },
    elasticsearch: {
      url: "http://elasticsearch.logging.svc:9200",
      index: "logs-*",
      timeField: "@timestamp",
    },
    cloudWatch: {
      region: "eu-central-1",
      roleArn: "arn:aws:iam::000000000000:role/grafana",
      namespaces: ["Example/Shop"],
    },
  },
  metrics: {
    ...metrics,
    queryUrl: "http://query.thanos.svc:9090",
    queryPodPort: 10_902,
  },
  prometheus: {
    ...prometheus,
    volume: { ...prometheus.volume, storageClass: "fast" },
    seriesBudget: 700_000,
  },
};

it("refuses a wrong value in each field of an environment", () => {
  const check = (environment: unknown): readonly Problem[] => {
    const shapes = checkEnvironmentShapes([environment]);
    return shapes.length > 0
      ? shapes
      : [
          ...checkEnvironment(environment as EnvironmentConfig, [goodService]),
          ...checkWatches([environment as EnvironmentConfig, plain(staging)]),
        ];
  };
  expect(check(full)).toEqual([]);
  expect(untried(environmentForm, full)).toEqual([]);
  expect(trials(environmentForm, full).length).toBeGreaterThan(400);
  expect(accepted(environmentForm, full, check)).toEqual([]);
});

it("refuses a wrong value in each field of exporters", () => {
  const exporters = [
    {
      kind: "redis",
      name: "shop-redis",
      address: "redis://redis.shop.svc:6379",
      password: { secret: "shop-redis", key: "password" },
    },
    {
      kind: "postgres",
      name: "shop-postgres",
      host: "postgres.shop.svc:5432",
      database: "shop",
      user: "monitoring",
      password: { secret: "shop-postgres", key: "password" },
    },
  ];
  for (const good of exporters) {
    const check = (one: unknown): readonly Problem[] => {
      const service = { ...goodService, exporters: [one] } as Service;
      const shapes = checkPartShapes(service);
      return shapes.length > 0
        ? shapes
        : checkService(service, { runbooks: goodRunbooks });
    };
    expect(check(good)).toEqual([]);
    expect(accepted(exporterForm, good, check)).toEqual([]);
  }
});

it.each<["targets" | "probes", Shape]>([
  ["targets", targetForm],
  ["probes", probeForm],
])("refuses a wrong value in each field of %s", (part, form) => {
  const [own] = goodService[part];
  const more =
    part === "targets"
      ? { path: "/metrics", sampleLimit: 1_000, podLabels: { app: "shop" } }
      : { answer: { status: 200, body: "ok" } };
  const check = (one: unknown): readonly Problem[] => {
    const service = { ...goodService, [part]: [one] };
    const shapes = checkPartShapes(service);
    return shapes.length > 0
      ? shapes
      : [
          ...checkService(service, { runbooks: goodRunbooks }),
          ...checkProbes([service]),
        ];
  };
  expect(check({ ...own, ...more })).toEqual([]);
  expect(untried(form, { ...own, ...more })).toEqual([]);
  expect(accepted(form, { ...own, ...more }, check)).toEqual([]);
});
