import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RequirementEntry } from "../../catalogue/form";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { writeStacks } from "../../stacks/synthesise";
import { environments } from "./organisation/environments";
import { services } from "./organisation/services";
import { SHARED_FOLDER } from "./shared-folder";

/** What is synthesised instead of an organisation's own. @default all that it has */
export interface SynthesisInput {
  readonly environments?: readonly EnvironmentConfig[];
  readonly services?: readonly Service[];
}

/** An organisation that tests synthesise. */
interface Synthesised extends Required<SynthesisInput> {
  /** Folder of its shared synthesis. */
  readonly name: string;
  /** @default nothing was asked for by ID */
  readonly requirements?: readonly RequirementEntry[] | undefined;
}

/** Hands a synthesis on to what reads it. */
type Synthesis = <T>(input: SynthesisInput, read: (outdir: string) => T) => T;

/**
 * Synthesises into a folder of its own, hands it to the test and removes it. An organisation as it
 * is is synthesised once for all tests of a run: a test that changes how must not ask for that, and
 * none may write there.
 */
export function synthesisOf(organisation: Synthesised): Synthesis {
  const folder = process.env[SHARED_FOLDER];
  return (input, read) =>
    Object.keys(input).length === 0 && folder !== undefined
      ? read(shared(organisation, join(folder, organisation.name)))
      : anew(organisation, input, read);
}

function shared(organisation: Synthesised, folder: string): string {
  if (existsSync(folder)) return folder;
  return anew(organisation, {}, (outdir) => {
    try {
      // A folder arrives whole; two files of tests that come first make it both, and one is kept.
      const partial = mkdtempSync(`${folder}-`);
      cpSync(outdir, partial, { recursive: true });
      renameSync(partial, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error;
    }
    return folder;
  });
}

const anew = <T>(
  organisation: Synthesised,
  input: SynthesisInput,
  read: (outdir: string) => T,
): T => {
  const { requirements } = organisation;
  const written = input.environments ?? organisation.environments;
  return synthesisedAlone(
    written,
    {
      // The organisation's own may be watched, too.
      environments: [...written, ...organisation.environments],
      services: input.services ?? organisation.services,
      ...(requirements === undefined ? {} : { requirements }),
    },
    read,
  );
};

/** Synthesises environments that know of these and no others. */
export function synthesisedAlone<T>(
  written: readonly EnvironmentConfig[],
  known: Parameters<typeof writeStacks>[1],
  read: (outdir: string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), "monitoring-stack-synth-"));
  const outdir = join(folder, "out");
  try {
    writeStacks(written, known, outdir);
    return read(outdir);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** {@link synthesisOf} the synthetic organisation. */
export const synthesised = synthesisOf({
  name: "synthesised",
  environments,
  services,
});
