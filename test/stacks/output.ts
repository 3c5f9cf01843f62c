import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { EnvironmentConfig } from "../../model/environment";

/** Attributes of Terraform resources, by type and name. */
export type Resources = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>
>;

/** What a test reads of a stack. */
export interface Stack {
  readonly terraform: {
    readonly backend: Readonly<Record<string, unknown>>;
    readonly required_providers: Readonly<
      Record<string, { readonly version: string }>
    >;
  };
  readonly resource: Resources;
}

/** Every file below a folder, by its path from there, sorted. */
export const filesOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(folder, path), readFileSync(path, "utf8")]),
  );

/** One stack of what was synthesised. */
export const stackOf = (outdir: string, name = "production"): Stack =>
  JSON.parse(
    readFileSync(join(outdir, "stacks", name, "cdk.tf.json"), "utf8"),
  ) as Stack;

/** An environment whose state lies beside it. */
export const local = (environment: EnvironmentConfig): EnvironmentConfig => ({
  ...environment,
  backend: { kind: "local", directory: "../../../state" },
});

/** An environment that says nothing of the repository's own systems, for services of a test. */
export const plain = (environment: EnvironmentConfig): EnvironmentConfig => ({
  ...environment,
  thresholds: [],
  outsideTargets: [],
  systemUrls: {},
  collectionImages: {},
  traces: { ...environment.traces, systems: {} },
});
