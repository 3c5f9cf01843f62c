import type { EnvironmentConfig } from "../../../model/environment";
import type { Service } from "../../../model/service";
import type { SecretKey } from "../../../model/target";
import { inCell } from "../in-cell";
import { kubectl, shell } from "./shell";

/** A Secret that the owner fills, and the value that goes into it. */
interface OwnSecret extends SecretKey {
  /** Variable of the shell that holds the value: `SHOP_TOKEN`. */
  readonly variable: string;
  readonly what: string;
}

/**
 * Secrets in the platform's namespace with values that only the owner knows: tokens of `/metrics`
 * and passwords of monitoring users.
 */
export function secretLines(
  service: Service,
  environment: EnvironmentConfig,
): readonly string[] {
  const secrets = ownSecrets(service);
  if (secrets.length === 0) return [];
  const bySecret = [...new Set(secrets.map(({ secret }) => secret))].map(
    (name) => ({
      name,
      keys: secrets.filter(({ secret }) => secret === name),
    }),
  );
  return [
    "### Secrets",
    `Prometheus and the exporters read them in the namespace \`${environment.namespace}\`, and Terraform never sees their values. \`npm run preflight -- ${environment.name}\` names what is missing.`,
    secrets
      .map(
        ({ secret, key, what, variable }) =>
          `- \`${secret}\`, key \`${key}\`: ${inCell(what)}, here in \`$${variable}\``,
      )
      .join("\n"),
    shell(
      ...bySecret.map(
        ({ name, keys }) =>
          `${kubectl(environment, environment.namespace)} create secret generic ${name} ${keys
            .map(({ key, variable }) => `--from-literal=${key}="$${variable}"`)
            .join(" ")}`,
      ),
    ),
  ];
}

/** Each key once: two targets may require the same token. */
function ownSecrets({ targets, exporters }: Service): readonly OwnSecret[] {
  const secrets = [
    ...targets.flatMap(({ name, path = "/metrics", authentication }) =>
      authentication.kind === "bearer"
        ? [
            {
              ...authentication.credentials,
              what: `token that \`${path}\` of \`${name}\` requires as \`Authorization: Bearer\`; the application is given the same value`,
            },
          ]
        : [],
    ),
    ...exporters.flatMap((exporter) =>
      "secret" in exporter.password
        ? [
            {
              ...exporter.password,
              what:
                exporter.kind === "postgres"
                  ? `password of the user \`${exporter.user}\``
                  : `password of Redis, read by \`${exporter.name}\``,
            },
          ]
        : [],
    ),
  ];
  return [
    ...new Map(
      secrets.map(({ secret, key, what }) => [
        `${secret} ${key}`,
        { secret, key, what, variable: variableOf(secret, key) },
      ]),
    ).values(),
  ];
}

/** `shop-metrics-token`, `token` → `SHOP_METRICS_TOKEN`. */
const variableOf = (secret: string, key: string): string =>
  (secret.endsWith(`-${key}`) ? secret : `${secret}-${key}`)
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, "_");

/** The variable with the token of a target, as the Secret's command names it. */
export const tokenVariable = ({ secret, key }: SecretKey): string =>
  variableOf(secret, key);
