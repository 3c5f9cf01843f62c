import { existsSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { parse } from "yaml";
import { fitsIn, readJsonFile, texts } from "../input/json";
import type { Schema } from "../input/json";

/** A Terraform resource as `cdk.tf.json` has it. */
export type Resource = Readonly<Record<string, unknown>>;

/** What is read of a stack's `cdk.tf.json`. */
export interface SynthesisedStack {
  readonly resource?: Readonly<
    Record<string, Readonly<Record<string, Resource>>>
  >;
  readonly provider?: {
    readonly kubernetes?: readonly { readonly config_context: string }[];
  };
  readonly terraform: { readonly backend: Readonly<Record<string, unknown>> };
}

const fields = v.record(v.string(), v.unknown());

const STACK: Schema<SynthesisedStack> = v.object({
  resource: v.exactOptional(v.record(v.string(), v.record(v.string(), fields))),
  provider: v.exactOptional(
    v.object({
      kubernetes: v.exactOptional(
        v.array(v.object({ config_context: v.string() })),
      ),
    }),
  ),
  terraform: v.object({ backend: fields }),
});

/** A group of rules of Prometheus or of Loki's ruler. */
export interface RuleGroup {
  readonly name: string;
  readonly rules: readonly SynthesisedRule[];
}

/** A rule as the engine gets it. */
export interface SynthesisedRule {
  readonly alert?: string;
  readonly record?: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

interface Rules {
  readonly groups?: readonly RuleGroup[];
}

const RULES: Schema<Rules> = v.object({
  groups: v.exactOptional(
    v.array(
      v.object({
        name: v.string(),
        rules: v.array(
          v.object({
            alert: v.exactOptional(v.string()),
            record: v.exactOptional(v.string()),
            expr: v.string(),
            for: v.exactOptional(v.string()),
            labels: v.exactOptional(texts),
            annotations: v.exactOptional(texts),
          }),
        ),
      }),
    ),
  ),
});

/** A Kubernetes object among the values of a release. */
export interface SynthesisedObject {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: Rules;
  /** Files of a ConfigMap. */
  readonly data?: Readonly<Record<string, string>>;
}

const OBJECTS: Schema<{ readonly objects?: readonly SynthesisedObject[] }> =
  v.object({
    objects: v.exactOptional(
      v.array(
        v.object({
          kind: v.string(),
          metadata: v.object({
            name: v.string(),
            labels: texts,
            annotations: v.exactOptional(texts),
          }),
          spec: v.exactOptional(RULES),
          data: v.exactOptional(texts),
        }),
      ),
    ),
  });

const MANIFEST = v.object({
  stacks: v.record(
    v.string(),
    v.object({
      workingDirectory: v.string(),
      annotations: v.array(v.object({ message: v.string() })),
    }),
  ),
});

/** One environment of what was synthesised. */
export interface StackOnDisk {
  readonly environment: string;
  /** Folder with `cdk.tf.json` and `files/`. */
  readonly folder: string;
  readonly stack: SynthesisedStack;
  readonly warnings: readonly string[];
}

/** Label under which each object says whose it is. */
export const SYSTEM_LABEL = "monitoring-stack/system";
/** Label of a ConfigMap with rules for Loki's ruler. */
const LOKI_RULE_LABEL = "loki_rule";

/**
 * Every stack that was synthesised into a folder.
 *
 * @param outdir the folder that synth wrote, `cdktf.out`
 * @throws Error when the folder holds no synthesised stacks
 */
export function readStacks(outdir: string): readonly StackOnDisk[] {
  if (!existsSync(join(outdir, "manifest.json"))) {
    throw new Error(
      `${outdir} holds no stacks; run npm start or npx cdktf synth first`,
    );
  }
  const { stacks } = readJsonFile(MANIFEST, join(outdir, "manifest.json"));
  return Object.entries(stacks).map(
    ([environment, { workingDirectory, annotations }]) => {
      const folder = join(outdir, workingDirectory);
      return {
        environment,
        folder,
        stack: readJsonFile(STACK, join(folder, "cdk.tf.json")),
        warnings: annotations.map(({ message }) => message),
      };
    },
  );
}

/** Resources of one type by the name that Terraform knows them by. */
export const resourcesOf = (
  { stack }: StackOnDisk,
  type: string,
): readonly Resource[] => Object.values(stack.resource?.[type] ?? {});

/** Files with values of each release. */
export const valuesOf = <T>(
  onDisk: StackOnDisk,
  schema: Schema<T>,
): readonly T[] =>
  resourcesOf(onDisk, "helm_release").flatMap(({ name, values }) =>
    fitsIn(
      v.array(v.string()),
      values,
      `values of helm_release ${String(name)} in ${onDisk.folder}`,
    ).map((file) => readNamedFile(schema, onDisk.folder, file)),
  );

/** Kubernetes objects of every release that is made of such. */
export const objectsOf = (onDisk: StackOnDisk): readonly SynthesisedObject[] =>
  valuesOf(onDisk, OBJECTS).flatMap(({ objects = [] }) => objects);

/** Groups of rules on metrics; none where the object holds none. */
export const metricGroupsOf = ({
  spec,
}: SynthesisedObject): readonly RuleGroup[] => spec?.groups ?? [];

/** Groups of rules on logs, which are files of a ConfigMap. */
export const logGroupsOf = ({
  metadata,
  data = {},
}: SynthesisedObject): readonly RuleGroup[] =>
  LOKI_RULE_LABEL in metadata.labels
    ? Object.entries(data).flatMap(
        ([file, text]) =>
          fitsIn(RULES, parse(text), `${file} of ${metadata.name}`).groups ??
          [],
      )
    : [];

/** Every rule of an object, on metrics and on logs. */
export const rulesOf = (
  object: SynthesisedObject,
): readonly SynthesisedRule[] =>
  [...metricGroupsOf(object), ...logGroupsOf(object)].flatMap(
    ({ rules }) => rules,
  );

/**
 * Reads the file that a `file()` expression of the stack names. @throws Error where the expression
 * is another
 */
export function readNamedFile<T>(
  schema: Schema<T>,
  folder: string,
  expression: string,
): T {
  const path = /^\$\{file\("\$\{path\.module\}\/(.+)"\)\}$/.exec(
    expression,
  )?.[1];
  if (path === undefined) {
    throw new Error(
      `expected an expression that reads a file, got ${expression}`,
    );
  }
  return readJsonFile(schema, join(folder, path));
}
