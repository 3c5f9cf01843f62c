import type { ServerFacts } from "./server";

/**
 * How Grafana is asked with what stands in `GRAFANA_AUTH`.
 *
 * @param credentials `user:password`, or the token of a service account
 */
export const grafanaAccess = (
  credentials: string,
): Pick<ServerFacts, "headers" | "credentials"> => ({
  headers: {
    authorization: credentials.includes(":")
      ? `Basic ${Buffer.from(credentials).toString("base64")}`
      : `Bearer ${credentials}`,
  },
  credentials:
    "see that GRAFANA_AUTH is that of an administrator: user:password, or the token of a service account",
});
