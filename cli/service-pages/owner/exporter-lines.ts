import { exporterComponent } from "../../../kubernetes/network/components";
import type { EnvironmentConfig } from "../../../model/environment";
import type { Service } from "../../../model/service";
import type { Exporter } from "../../../model/target";
import { selectorOf } from "./shell";

/** Users that the exporters log in as. */
export function exporterLines(
  service: Service,
  environment: EnvironmentConfig,
): readonly string[] {
  const { exporters } = service;
  if (exporters.length === 0) return [];
  return [
    "### Databases",
    "Network policies of the database must admit the pods with these labels.",
    exporters
      .map((exporter) => line(exporter, service, environment))
      .join("\n"),
    ...exporters.flatMap((exporter) =>
      exporter.kind === "postgres" ? [user(exporter)] : [],
    ),
  ];
}

const line = (
  exporter: Exporter,
  service: Service,
  environment: EnvironmentConfig,
): string => {
  const { namespace, pods } = exporterComponent(environment, service, exporter);
  const to =
    exporter.kind === "postgres"
      ? `\`${exporter.host}\`, database \`${exporter.database}\`, as \`${exporter.user}\``
      : `\`${exporter.address}\``;
  return `- \`${selectorOf(pods.labels)}\` in \`${namespace}\` connects to ${to}`;
};

/** @see https://github.com/prometheus-community/postgres_exporter#running-as-non-superuser */
const user = ({
  user: name,
  database,
}: Extract<Exporter, { readonly kind: "postgres" }>): string =>
  [
    "```sql",
    `CREATE USER "${name}";`,
    `GRANT pg_monitor TO "${name}";`,
    `GRANT CONNECT ON DATABASE "${database}" TO "${name}";`,
    "-- In psql, which asks for the password of the Secret:",
    `\\password ${name}`,
    "```",
  ].join("\n");
