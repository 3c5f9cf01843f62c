import type { EnvironmentConfig } from "../environment";
import type { Problem } from "../problem";

/** Warns of production state on one machine. */
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
 * An environment cannot report its own outage: its heartbeat stops, but does not say what is gone.
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
            "no other environment watches it: when its cluster is gone, only the external dead man's switch notifies anybody",
          next: "name it in watches of another environment",
        },
      ];
