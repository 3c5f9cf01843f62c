import { App } from "cdktf";
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environments as allEnvironments } from "../../config/environments";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { MonitoringStack } from "../../stacks/monitoring-stack";
import { services as allServices } from "./declared";
import { SHARED_FOLDER } from "./shared-folder";

/** What is synthesised when nothing else is said: the repository as it is. */
export interface SynthesisInput {
  readonly environments?: readonly EnvironmentConfig[];
  readonly services?: readonly Service[];
}

/**
 * Synthesises into a folder of its own, hands it to the test and removes it. The repository as it
 * is is synthesised once for all tests of a run: a test that changes how must not ask for that, and
 * none may write there.
 */
export function synthesised<T>(
  input: SynthesisInput,
  read: (outdir: string) => T,
): T {
  const shared = process.env[SHARED_FOLDER];
  return Object.keys(input).length === 0 && shared !== undefined
    ? read(sharedSynthesis(join(shared, "synthesised")))
    : synthesisedAnew(input, read);
}

function sharedSynthesis(folder: string): string {
  if (existsSync(folder)) return folder;
  return synthesisedAnew({}, (outdir) => {
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

/** {@link synthesised} in any case, for tests that change what synthesises. */
export function synthesisedAnew<T>(
  { environments = allEnvironments, services = allServices }: SynthesisInput,
  read: (outdir: string) => T,
): T {
  // The repository's environments may be watched, too.
  const known = [...environments, ...allEnvironments];
  return written(environments, services, known, read);
}

/** The same for environments that watch no others. */
export const synthesisedAlone = <T>(
  {
    environments,
    services = allServices,
  }: SynthesisInput & { readonly environments: readonly EnvironmentConfig[] },
  read: (outdir: string) => T,
): T => written(environments, services, environments, read);

function written<T>(
  environments: readonly EnvironmentConfig[],
  services: readonly Service[],
  known: readonly EnvironmentConfig[],
  read: (outdir: string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), "monitoring-stack-synth-"));
  const outdir = join(folder, "out");
  try {
    const app = new App({ outdir });
    for (const environment of environments) {
      new MonitoringStack(app, environment.name, {
        environment,
        environments: known,
        services,
      });
    }
    app.synth();
    return read(outdir);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
