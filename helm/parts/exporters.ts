import type { Service } from "../../model/service";
import type { Exporter } from "../../model/target";
import type { Chart } from "./chart";
import { readBy } from "./secret-use";
import type { SecretUse } from "./secret-use";

/** A chart of an exporter: it answers at one port. */
export type ExporterChart = Chart & {
  readonly ports: { readonly http: number };
};

/** The passwords that exporters of one kind read. */
export const exporterSecrets = (
  services: readonly Service[],
  kind: Exporter["kind"],
): readonly SecretUse[] =>
  services.flatMap(({ exporters }) =>
    exporters.flatMap((exporter) =>
      exporter.kind === kind && "secret" in exporter.password
        ? readBy(exporter.name, [exporter.password])
        : [],
    ),
  );
