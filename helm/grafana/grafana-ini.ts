import { grafanaUrl } from "../../model/environment-urls";
import type { EnvironmentConfig } from "../../model/environment";
import type { Values } from "../parts/values";

/**
 * The role of a person by the identity provider's groups, in JMESPath: the first that fits.
 * @see
 *   https://grafana.com/docs/grafana/latest/setup-grafana/configure-access/configure-authentication/generic-oauth/#configure-role-mapping
 */
const roleOf = ({
  adminGroup,
  editorGroup,
}: EnvironmentConfig["grafana"]["singleSignOn"]): string =>
  [
    member(adminGroup, "Admin"),
    ...(editorGroup === undefined ? [] : [member(editorGroup, "Editor")]),
    "'Viewer'",
  ].join(" || ");

/**
 * A filter takes lists only, and is empty where there is none. `contains` fails there, so that a
 * person without groups could not sign in, and finds a name in any longer one that is a text.
 */
const member = (group: string, role: "Admin" | "Editor"): string =>
  `groups[?@ == '${group}'] && '${role}'`;

/**
 * Grafana's own settings. Every secret is named by the variable that holds it, never written.
 * @see https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/
 */
export function grafanaIni(
  environment: EnvironmentConfig,
  release: string,
): Values {
  const { grafana, smtp } = environment;
  const { singleSignOn } = grafana;
  const endpoints = singleSignOn.endpoints ?? {
    authorization: `${singleSignOn.issuer}/authorize`,
    token: `${singleSignOn.issuer}/token`,
    userInfo: `${singleSignOn.issuer}/userinfo`,
  };
  return {
    server: {
      root_url: grafanaUrl(environment),
      domain: new URL(grafanaUrl(environment)).host,
    },
    analytics: {
      check_for_updates: false,
      check_for_plugin_updates: false,
      reporting_enabled: false,
    },
    // At every start Grafana would update the data sources that its image holds; where it may not
    // write, a data source is stopped for the update and never comes back.
    plugins: { preinstall_disabled: true },
    security: { cookie_secure: true, cookie_samesite: "lax" },
    users: { allow_sign_up: false, auto_assign_org_role: "Viewer" },
    auth: { disable_login_form: !grafana.loginForm },
    // For the one administrator who creates the first token; everyone else signs in by the identity
    // provider.
    "auth.basic": { enabled: grafana.basicAuthentication ?? true },
    // The ingress leads to every path: without a user this one would answer anybody.
    metrics: {
      basic_auth_username: "$__env{GF_METRICS_BASIC_AUTH_USERNAME}",
      basic_auth_password: "$__env{GF_METRICS_BASIC_AUTH_PASSWORD}",
    },
    "auth.anonymous": { enabled: false },
    "auth.generic_oauth": {
      enabled: true,
      name: "Single sign-on",
      client_id: singleSignOn.clientId,
      client_secret: "$__env{GF_AUTH_GENERIC_OAUTH_CLIENT_SECRET}",
      scopes: "openid profile email groups",
      auth_url: endpoints.authorization,
      token_url: endpoints.token,
      api_url: endpoints.userInfo,
      use_pkce: true,
      allow_sign_up: true,
      role_attribute_path: roleOf(singleSignOn),
      role_attribute_strict: true,
    },
    dashboards: { min_refresh_interval: "5s" },
    snapshots: { external_enabled: false },
    public_dashboards: { enabled: grafana.externalShare },
    smtp: {
      enabled: true,
      host: smtp.host,
      user: smtp.user,
      password: "$__env{GF_SMTP_PASSWORD}",
      from_address: smtp.from,
    },
    ...(grafana.state.kind === "postgres"
      ? {
          database: {
            type: "postgres",
            host: grafana.state.host,
            name: grafana.state.database,
            user: grafana.state.user,
            password: "$__env{GF_DATABASE_PASSWORD}",
            ssl_mode: "require",
          },
        }
      : {}),
    ...(grafana.replicas > 1
      ? {
          unified_alerting: {
            enabled: true,
            ha_peers: `${release}-headless:9094`,
            ha_listen_address: "$__env{POD_IP}:9094",
            ha_advertise_address: "$__env{POD_IP}:9094",
          },
        }
      : {}),
  };
}
