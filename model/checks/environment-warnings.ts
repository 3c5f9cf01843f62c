import type { EnvironmentConfig } from "../environment";
import type { Problem } from "../problem";

/** State that would be lost with one machine, where people rely on what it describes. */
export const localState = ({
  name,
  kind,
  backend,
}: EnvironmentConfig): readonly Problem[] =>
  kind === "production" && backend.kind === "local"
    ? [
        {
          path: `environments/${name} backend`,
          message:
            "production keeps its state in a local file: nobody else can apply, nothing locks it, and it is lost with this machine",
          next: "choose a shared backend: s3, gcs, azurerm or kubernetes",
        },
      ]
    : [];

/**
 * An environment that is gone cannot say so: its heartbeat stops, and nothing tells which part is
 * gone.
 */
export const unwatched = (
  { name }: EnvironmentConfig,
  environments: readonly EnvironmentConfig[],
): readonly Problem[] =>
  environments.some(
    (other) => other.name !== name && other.watches?.environment === name,
  )
    ? []
    : [
        {
          path: `environments/${name}`,
          message:
            "no other environment watches it: when its cluster is gone, only the external heartbeat tells anybody",
          next: "name it in watches of another environment",
        },
      ];
