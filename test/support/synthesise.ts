import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { environments as allEnvironments } from "../../config/environments";
import type { EnvironmentConfig } from "../../model/environment";
import type { ServiceDeclaration } from "../../model/service";
import { services as allServices } from "../../config/services";
import { MonitoringStack } from "../../stacks/monitoring-stack";

/** What is synthesised when nothing else is said: the repository as it is. */
export interface SynthesisInput {
  readonly environments?: readonly EnvironmentConfig[];
  readonly services?: readonly ServiceDeclaration[];
}

/** Synthesises into a folder of its own, hands it to the test and removes it. The repository's environments may be watched, too. */
export const synthesised = <T>(
  { environments = allEnvironments, services = allServices }: SynthesisInput,
  read: (outdir: string) => T,
): T =>
  written(environments, services, [...environments, ...allEnvironments], read);

/** The same of environments that know of no others. */
export const synthesisedAlone = <T>(
  {
    environments,
    services = allServices,
  }: SynthesisInput & { readonly environments: readonly EnvironmentConfig[] },
  read: (outdir: string) => T,
): T => written(environments, services, environments, read);

function written<T>(
  environments: readonly EnvironmentConfig[],
  services: readonly ServiceDeclaration[],
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
