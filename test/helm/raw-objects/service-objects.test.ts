import Ajv from "ajv";
import type { ValidateFunction } from "ajv";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { environments } from "../../../config/environments";
import { serviceObjectsValues } from "../../../helm/raw-objects/service-objects-values";
import type { EnvironmentConfig } from "../../../model/environment";
import type { KubernetesObject } from "../../../model/kubernetes-object";
import type { Service } from "../../../model/service";
import { services } from "../../support/declared";
import { describeNeeding } from "../../support/describe-needing";
import { referenceData } from "../../support/reference-data";

const KINDS = {
  PrometheusRule: "prometheusrules",
  ServiceMonitor: "servicemonitors",
  PodMonitor: "podmonitors",
  Probe: "probes",
  ScrapeConfig: "scrapeconfigs",
} as const;

const crds = Object.fromEntries(
  Object.entries(KINDS).map(([kind, file]) => [
    kind,
    referenceData(`crds/${file}.yaml`),
  ]),
);
const present = Object.values(crds).every((path) => path !== undefined);

interface Definition {
  readonly spec: {
    readonly versions: readonly {
      readonly schema: { readonly openAPIV3Schema: object };
    }[];
  };
}

/** The API server drops an unknown field silently, so here it is an error. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const entries = Object.entries(schema)
    // RE2's inline flags, which JavaScript does not read.
    .filter(
      ([key, value]) => key !== "pattern" || !String(value).includes("(?i)"),
    )
    .map(([key, value]) => [key, closed(value)] as const);
  const open =
    !("properties" in schema) ||
    "x-kubernetes-preserve-unknown-fields" in schema;
  return Object.fromEntries(
    open ? entries : [...entries, ["additionalProperties", false]],
  );
}

function validatorOf(path: string): ValidateFunction {
  const definition = parse(readFileSync(path, "utf8")) as Definition;
  const [version] = definition.spec.versions;
  if (version === undefined) throw new Error(`${path} has no version`);
  const schema = closed(version.schema.openAPIV3Schema) as {
    properties: Record<string, unknown>;
  };
  // The API server's own, described nowhere in the definition.
  schema.properties["metadata"] = { type: "object" };
  return new Ajv({ strict: false, validateFormats: false }).compile(schema);
}

const mistakesIn = (
  objects: readonly KubernetesObject[],
): readonly string[] => {
  const validators = new Map(
    Object.entries(crds).map(([kind, path]) => [kind, validatorOf(path ?? "")]),
  );
  return objects.flatMap((object) => {
    const validate = validators.get(object.kind);
    if (validate === undefined) return [`${object.kind} has no definition`];
    // Through JSON, as it travels.
    return validate(JSON.parse(JSON.stringify(object)))
      ? []
      : (validate.errors ?? []).map(
          ({ instancePath, message, params }) =>
            `${object.kind} ${object.metadata.name}${instancePath} ${String(message)} ${JSON.stringify(params)}`,
        );
  });
};

/** What the cluster's definitions describe; a ConfigMap is known without one. */
const customResources = (
  service: Service,
  environment: EnvironmentConfig,
): readonly KubernetesObject[] =>
  serviceObjectsValues(service, environment).objects.flatMap((object) =>
    "spec" in object ? [object] : [],
  );

describeNeeding("chart sources", present, () => {
  it.each(
    environments.map((environment) => [environment.name, environment] as const),
  )(
    "every object of %s is one that the cluster's definitions accept",
    (_, environment) => {
      const objects = services.flatMap((service) =>
        customResources(service, environment),
      );
      expect(new Set(objects.map(({ kind }) => kind))).toEqual(
        new Set(
          Object.keys(KINDS).filter(
            (kind) =>
              kind !== "ScrapeConfig" || environment.outsideTargets.length > 0,
          ),
        ),
      );
      expect(mistakesIn(objects)).toEqual([]);
    },
  );

  it("a misspelt field is found", () => {
    const [service] = services;
    const [environment] = environments;
    if (service === undefined || environment === undefined) {
      throw new Error("there is nothing to render");
    }
    const [object] = customResources(service, environment);
    if (object === undefined) throw new Error("there is no object");
    expect(
      mistakesIn([{ ...object, spec: { ...object.spec, grops: [] } }]),
    ).toEqual([
      `PrometheusRule ${object.metadata.name}/spec must NOT have additional properties {"additionalProperty":"grops"}`,
    ]);
  });
});
