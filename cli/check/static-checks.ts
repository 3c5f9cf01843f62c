import { join } from "node:path";
import type { Keys } from "./keys";
import { bin } from "./parts";
import type { Part } from "./parts";
import type { Tree } from "./tree";

/** Units that are checked separately, and the key of everything that the verdict depends on. */
export type Units = ReadonlyMap<string, string>;

/** A check that does not run the project's own code. */
export interface StaticCheck {
  readonly name: string;
  readonly units: (tree: Tree, keys: Keys) => Units;
  /** Whether its output names the path of every fault, so that all other paths have passed. */
  readonly namesFaults: boolean;
  /** Checks some of the units. */
  readonly part: (paths: readonly string[]) => Omit<Part, "name">;
}

const keyed = (
  paths: readonly string[],
  keyOf: (path: string) => string,
): Units => new Map(paths.map((path) => [path, keyOf(path)]));

/**
 * Types of all sources at once; lint of each with what it imports, whose types its rules ask for;
 * and the format of each file.
 *
 * @param folder the compiler's incremental cache; undefined to compile everything
 */
export const staticChecks = (
  folder: string | undefined,
): readonly StaticCheck[] => [
  {
    name: "types",
    namesFaults: false,
    units: (_, keys) => new Map([[".", keys.ofAll(/\.(?:[cm]?ts|json)$/)]]),
    part: () => ({
      command: bin("tsc"),
      args: [
        ...["-p", "."],
        ...(folder === undefined
          ? []
          : [
              "--incremental",
              "--tsBuildInfoFile",
              join(folder, "types.tsbuildinfo"),
            ]),
      ],
    }),
  },
  {
    name: "lint",
    namesFaults: true,
    units: (tree, keys) =>
      keyed(
        tree.paths.filter((path) => /\.(?:[cm]?js|ts)$/.test(path)),
        (path) => keys.ofClosure(path),
      ),
    part: (paths) => ({
      command: bin("eslint"),
      args: ["--max-warnings", "0", "--no-warn-ignored", ...paths],
    }),
  },
  {
    name: "format",
    namesFaults: true,
    units: (tree, keys) => keyed(tree.paths, keys.ofFile),
    part: (paths) => ({
      command: bin("prettier"),
      args: [
        ...["--check", "--ignore-unknown", "--log-level", "warn"],
        ...paths,
      ],
    }),
  },
];
