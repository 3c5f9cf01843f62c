import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

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

interface Rules {
  readonly groups?: readonly RuleGroup[];
}

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

interface Manifest {
  readonly stacks: Readonly<
    Record<
      string,
      {
        readonly workingDirectory: string;
        readonly annotations: readonly {
          readonly level: string;
          readonly message: string;
        }[];
      }
    >
  >;
}

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
  const { stacks } = readJson(join(outdir, "manifest.json")) as Manifest;
  return Object.entries(stacks).map(
    ([environment, { workingDirectory, annotations }]) => {
      const folder = join(outdir, workingDirectory);
      return {
        environment,
        folder,
        stack: readJson(join(folder, "cdk.tf.json")) as SynthesisedStack,
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

/** Kubernetes objects of every release that is made of such. */
export const objectsOf = (onDisk: StackOnDisk): readonly SynthesisedObject[] =>
  resourcesOf(onDisk, "helm_release").flatMap(({ values }) => {
    const [file] = values as readonly string[];
    if (file === undefined) return [];
    const { objects = [] } = readNamedFile(onDisk.folder, file) as {
      readonly objects?: readonly SynthesisedObject[];
    };
    return objects;
  });

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
    ? Object.values(data).flatMap((text) => (parse(text) as Rules).groups ?? [])
    : [];

/** Every rule of an object, on metrics and on logs. */
export const rulesOf = (
  object: SynthesisedObject,
): readonly SynthesisedRule[] =>
  [...metricGroupsOf(object), ...logGroupsOf(object)].flatMap(
    ({ rules }) => rules,
  );

/** Reads the file that a `file()` expression of the stack names. @throws Error where the expression is another */
export function readNamedFile(folder: string, expression: string): unknown {
  const path = /^\$\{file\("\$\{path\.module\}\/(.+)"\)\}$/.exec(
    expression,
  )?.[1];
  if (path === undefined) {
    throw new Error(
      `expected an expression that reads a file, got ${expression}`,
    );
  }
  return readJson(join(folder, path));
}

/** Reads a file of JSON. */
export const readJson = (path: string): unknown =>
  JSON.parse(readFileSync(path, "utf8"));
