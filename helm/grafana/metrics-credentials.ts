import type { EnvironmentConfig } from "../../model/environment";
import type { SecretKey } from "../../model/target";

/** Who may read Grafana's `/metrics`: what Grafana requires, and what Prometheus sends. */
export const metricsCredentials = ({
  grafana: { admin },
}: EnvironmentConfig): {
  readonly user: SecretKey;
  readonly password: SecretKey;
} => ({
  // Grafana requires no password where there is no user; the name itself is no secret.
  user: { secret: admin.secret, key: admin.userKey },
  password: {
    secret: admin.secret,
    key: admin.metricsPasswordKey ?? "metrics-password",
  },
});
