import Ajv from "ajv";
import type { ValidateFunction } from "ajv";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { serviceObjectsValues } from "../../../helm/raw-objects/service-objects-values";
import type { EnvironmentConfig } from "../../../model/environment";
import type { KubernetesObject } from "../../../model/kubernetes-object";
import type { Service } from "../../../model/service";
import { referenceData } from "../../support/reference-data";

/** Kinds of custom resources, each with the file of its definition. */
export const KINDS = {
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
/** Whether the definitions are beside the repository. */
export const definitionsPresent = Object.values(crds).every(
  (path) => path !== undefined,
);

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

/** What the cluster's definitions refuse of objects. */
export const definitionFaults = (
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
export const customResources = (
  service: Service,
  environment: EnvironmentConfig,
): readonly KubernetesObject[] =>
  serviceObjectsValues(service, environment).objects.flatMap((object) =>
    "spec" in object ? [object] : [],
  );
