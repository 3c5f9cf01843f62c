import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { archiveName } from "../../helm/parts/chart";
import type { PinnedChart } from "../../helm/parts/chart";
import type { RunProgram } from "../recover/programs";

/** Runs helm 3.8 or newer, which signs in as `helm registry login` and `helm repo` have it. */
export type Helm = (args: readonly string[]) => string;

/** Helm as it is installed, or the program that `HELM` names. */
export const helmWith =
  (run: RunProgram, program: string): Helm =>
  (args) =>
    run(program, args);

/**
 * Fetches the archive of a chart into a folder.
 *
 * @param repository instead of the chart's own: `https://…` or `oci://…`
 * @throws ProgramFailure where it cannot be fetched
 */
export function pull(
  helm: Helm,
  { chart, repository: own, version }: PinnedChart,
  {
    to,
    repository = own,
  }: { readonly to: string; readonly repository?: string },
): string {
  helm([
    "pull",
    ...(repository.startsWith("oci://")
      ? [`${repository.replace(/\/$/, "")}/${chart}`]
      : [chart, "--repo", repository]),
    ...["--version", version, "--destination", to],
  ]);
  return join(to, archiveName({ chart, version }));
}

/** SHA-256 of an archive, as the index of a repository has it. */
export const digestOf = (archive: string): string =>
  createHash("sha256").update(readFileSync(archive)).digest("hex");

/** A Kubernetes that every chart in use accepts; helm asks no cluster. */
const KUBERNETES = "1.33.0";

/** What a chart renders; each object has a kind and a name. */
export interface RenderedObject {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

/**
 * The objects of a release.
 *
 * @param archive path of the chart
 * @param values path of its values
 * @throws ProgramFailure where the chart refuses the values
 */
export const render = (
  helm: Helm,
  release: { readonly name: string; readonly namespace: string },
  archive: string,
  values: string,
): readonly RenderedObject[] =>
  parseAllDocuments(
    helm([
      ...["template", release.name, archive],
      ...["--namespace", release.namespace, "--values", values],
      ...["--kube-version", KUBERNETES],
    ]),
  )
    .map((document) => document.toJS() as RenderedObject | null)
    .filter((object) => object !== null);

/** Works in a folder that is removed afterwards. */
export function inTemporaryFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "monitoring-stack-charts-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
