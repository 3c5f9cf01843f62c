import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { environments as allEnvironments } from "../../config/environments";
import type { EnvironmentConfig } from "../../model/environment";
import { watchedEnvironment } from "../../model/watched-environment";
import type { Service } from "../../model/service";
import { services as allServices } from "./declared";
import { MonitoringStack } from "../../stacks/monitoring-stack";

/** What is synthesised when nothing else is said: the repository as it is. */
export interface SynthesisInput {
  readonly environments?: readonly EnvironmentConfig[];
  readonly services?: readonly Service[];
}

/** Synthesises into a folder of its own, hands it to the test and removes it. */
export function synthesised<T>(
  { environments = allEnvironments, services = allServices }: SynthesisInput,
  read: (outdir: string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), "monitoring-stack-synth-"));
  const outdir = join(folder, "out");
  try {
    const app = new App({ outdir });
    for (const environment of environments) {
      new MonitoringStack(app, environment.name, {
        environment,
        watched: watchedEnvironment(environment, [
          ...environments,
          ...allEnvironments,
        ]),
        services,
      });
    }
    app.synth();
    return read(outdir);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
