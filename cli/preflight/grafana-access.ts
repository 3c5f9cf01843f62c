/**
 * What is wrong with `GRAFANA_AUTH` for a Grafana that accepts no password: every later request of
 * Terraform would be answered with 401. `undefined` where nothing is, or where the variable is not
 * set and so nothing can be said.
 *
 * @param accepted whether the synthesised Grafana accepts a user with a password
 * @param credentials `GRAFANA_AUTH`; a token holds no colon
 */
export const refusedPassword = (
  environment: string,
  accepted: boolean,
  credentials: string | undefined,
): string | undefined =>
  accepted || credentials?.includes(":") !== true
    ? undefined
    : [
        `${environment} turns grafana.basicAuthentication off, but GRAFANA_AUTH is user:password, which Grafana would then refuse:`,
        "  1. apply with grafana.basicAuthentication on, with GRAFANA_AUTH=<user>:<password> as now",
        "  2. in Grafana, create a service account with the role Admin (Administration → Users and access → Service accounts)",
        "  3. add a token to it, and store the token as GRAFANA_AUTH, in the pipelines too",
        "  4. set grafana.basicAuthentication to false, run this again, and apply",
      ].join("\n");
