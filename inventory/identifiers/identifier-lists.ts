import { readStacks } from "../synthesised-stack";
import { identifiersOfGrafana } from "./of-grafana";
import { identifiersOfReceivers } from "./of-receivers";
import { identifiersOfRules } from "./of-rules";
import { identifiersOfTerraform } from "./of-terraform";

/** Names of one kind that one environment runs. */
export interface IdentifierList {
  readonly environment: string;
  /** What the names are of, also the name of its file: `alerts`, `series/shop`. */
  readonly kind: string;
  /** One for each, sorted: its name, then its labels in Prometheus's notation, or its title. */
  readonly lines: readonly string[];
}

/**
 * Names that people's silences, links and history depend on, read back from the synthesised output.
 * Texts and queries may change; renaming one of these breaks references elsewhere.
 *
 * @param outdir the folder that synth wrote, `cdktf.out`
 * @throws Error when the folder holds no synthesised stacks
 */
export const readIdentifiers = (outdir: string): readonly IdentifierList[] =>
  readStacks(outdir).flatMap((onDisk) =>
    [
      ...identifiersOfTerraform(onDisk),
      ...identifiersOfRules(onDisk),
      ...identifiersOfReceivers(onDisk),
      ...identifiersOfGrafana(onDisk),
    ].map(([kind, lines]) => ({
      environment: onDisk.environment,
      kind,
      lines: [...new Set(lines)].sort(),
    })),
  );
