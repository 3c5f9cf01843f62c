import { production } from "../../support/environments/production";
import { staging } from "../../support/environments/staging";
import { grafanaValues } from "../../../helm/grafana/grafana-values";
import { gibibytes } from "../../../model/bytes";
import type { EnvironmentConfig } from "../../../model/environment";
import { ENVIRONMENTS, asReceived } from "../chart-values";
import { differingPaths, isPlainMap, valueAt } from "../unknown-keys";

const values = (environment: EnvironmentConfig) =>
  asReceived(grafanaValues(environment));
const ini = (
  environment: EnvironmentConfig,
  section: string,
  key: string,
): unknown => valueAt(values(environment), "grafana.ini", section, key);

/** Every setting of a Grafana that holds a secret, by what Grafana's documentation calls them. */
const SECRET_SETTING = /password|secret|token$/;

describe.each(
  ENVIRONMENTS.map((environment) => [environment.name, environment] as const),
)("%s", (_, environment) => {
  it("has no anonymous access and creates accounts only through single sign-on", () => {
    expect(ini(environment, "auth.anonymous", "enabled")).toBe(false);
    expect(ini(environment, "users", "allow_sign_up")).toBe(false);
    expect(ini(environment, "users", "auto_assign_org_role")).toBe("Viewer");
    expect(ini(environment, "auth.generic_oauth", "enabled")).toBe(true);
  });

  it("shows its metrics only to who has the password that Prometheus sends", () => {
    const variable = (key: string): unknown =>
      valueAt(
        values(environment),
        "envValueFrom",
        /\{(.*)\}/.exec(String(ini(environment, "metrics", key)))?.[1] ?? "",
        "secretKeyRef",
      );
    const sent = valueAt(values(environment), "serviceMonitor", "basicAuth");
    expect(sent).toEqual({
      username: variable("basic_auth_username"),
      password: variable("basic_auth_password"),
    });
    expect(sent).toEqual({
      username: { name: "grafana-admin", key: "admin-user" },
      password: { name: "grafana-admin", key: "metrics-password" },
    });
  });

  it("accepts a user with a password until its environment says otherwise", () => {
    expect(ini(environment, "auth.basic", "enabled")).toBe(true);
    const off: EnvironmentConfig = {
      ...environment,
      grafana: { ...environment.grafana, basicAuthentication: false },
    };
    expect(ini(off, "auth.basic", "enabled")).toBe(false);
  });

  it("gives its sidecar no password of the administrator", () => {
    expect(
      valueAt(values(environment), "sidecar", "dashboards", "skipReload"),
    ).toBe(true);
  });

  it("shares nothing with people who have not signed in", () => {
    expect(ini(environment, "public_dashboards", "enabled")).toBe(false);
    expect(ini(environment, "snapshots", "external_enabled")).toBe(false);
  });

  it("names every secret by a variable that is read from a Secret", () => {
    const sections = valueAt(values(environment), "grafana.ini");
    if (!isPlainMap(sections)) throw new Error("grafana.ini has sections");
    const secrets = Object.values(sections).flatMap((section) =>
      Object.entries(isPlainMap(section) ? section : {})
        .filter(([key]) => SECRET_SETTING.test(key))
        .map(([, value]) => String(value)),
    );
    const variables = valueAt(values(environment), "envValueFrom");
    expect(secrets.length).toBeGreaterThanOrEqual(2);
    for (const secret of secrets) {
      const [, variable = secret] = /^\$__env\{(\w+)\}$/.exec(secret) ?? [];
      expect(valueAt(variables, variable, "secretKeyRef")).toEqual({
        name: expect.any(String) as unknown,
        key: expect.any(String) as unknown,
      });
    }
  });

  it("takes the administrator's password from a Secret", () => {
    expect(valueAt(values(environment), "admin")).toEqual({
      existingSecret: environment.grafana.admin.secret,
      userKey: environment.grafana.admin.userKey,
      passwordKey: environment.grafana.admin.passwordKey,
    });
    expect(valueAt(values(environment), "adminPassword")).toBeUndefined();
  });

  it("reads dashboards from ConfigMaps of its own namespace, and may read nothing else", () => {
    expect(valueAt(values(environment), "sidecar", "dashboards")).toMatchObject(
      { enabled: true, resource: "configmap", searchNamespace: "monitoring" },
    );
    expect(valueAt(values(environment), "rbac")).toEqual({
      namespaced: true,
      useExistingRole: "grafana-dashboards",
    });
    expect(valueAt(values(environment), "extraObjects")).toEqual([
      {
        apiVersion: "rbac.authorization.k8s.io/v1",
        kind: "Role",
        metadata: { name: "grafana-dashboards", namespace: "monitoring" },
        rules: [
          {
            apiGroups: [""],
            resources: ["configmaps"],
            verbs: ["get", "list", "watch"],
          },
        ],
      },
    ]);
  });

  it("runs nothing as root", () => {
    expect(values(environment)).toMatchObject({
      initChownData: { enabled: false },
      testFramework: { enabled: false },
      securityContext: { runAsNonRoot: true },
    });
  });

  it("writes to its state and to one scratch folder only", () => {
    const scratch = [{ name: "scratch", mountPath: "/tmp" }];
    expect(values(environment)).toMatchObject({
      containerSecurityContext: { readOnlyRootFilesystem: true },
      extraEmptyDirMounts: scratch,
      sidecar: {
        securityContext: { readOnlyRootFilesystem: true },
        dashboards: { extraMounts: scratch },
      },
    });
  });

  it("runs the plugins of its image and fetches none", () => {
    expect(ini(environment, "plugins", "preinstall_disabled")).toBe(true);
    expect(valueAt(values(environment), "plugins")).toBeUndefined();
  });

  it("gives nobody a role that its expression does not name", () => {
    expect(
      ini(environment, "auth.generic_oauth", "role_attribute_strict"),
    ).toBe(true);
  });

  it("encrypts with a key of its own, since Grafana's default is public", () => {
    expect(
      valueAt(values(environment), "envValueFrom", "GF_SECURITY_SECRET_KEY"),
    ).toEqual({ secretKeyRef: { name: "grafana-admin", key: "secret-key" } });
  });

  it("has its own host name only with a certificate", () => {
    const host = `grafana.${environment.domain}`;
    expect(valueAt(values(environment), "ingress")).toMatchObject({
      hosts: [host],
      tls: [{ secretName: "grafana-tls", hosts: [host] }],
    });
    expect(ini(environment, "server", "root_url")).toBe(`https://${host}`);
  });
});

it("shows the login form in staging only", () => {
  expect(ini(staging, "auth", "disable_login_form")).toBe(false);
  expect(ini(production, "auth", "disable_login_form")).toBe(true);
});

it("allows links without signing in only where the environment says so", () => {
  const grafana = { ...production.grafana, externalShare: true };
  expect(ini({ ...production, grafana }, "public_dashboards", "enabled")).toBe(
    true,
  );
});

it("asks the identity provider where its endpoints are not below its issuer", () => {
  const urls = (environment: EnvironmentConfig): unknown[] =>
    ["auth_url", "token_url", "api_url"].map((key) =>
      ini(environment, "auth.generic_oauth", key),
    );
  expect(urls(production)).toEqual([
    "https://login.example.com/authorize",
    "https://login.example.com/token",
    "https://login.example.com/userinfo",
  ]);
  const singleSignOn = {
    ...production.grafana.singleSignOn,
    endpoints: {
      authorization: "https://a.example.com",
      token: "https://t.example.com",
      userInfo: "https://u.example.com",
    },
  };
  const grafana = { ...production.grafana, singleSignOn };
  expect(urls({ ...production, grafana })).toEqual([
    "https://a.example.com",
    "https://t.example.com",
    "https://u.example.com",
  ]);
});

it("stops the old pod first where the state is on a volume", () => {
  expect(values(staging)).toMatchObject({
    replicas: 1,
    deploymentStrategy: { type: "Recreate" },
    persistence: { enabled: true, size: "5Gi" },
    podDisruptionBudget: {},
    topologySpreadConstraints: [],
    headlessService: false,
  });
  expect(ini(staging, "database", "type")).toBeUndefined();
});

it("takes the volume's class from the environment", () => {
  const volume = { size: gibibytes(5), storageClass: "fast" };
  const grafana = {
    ...staging.grafana,
    state: { kind: "volume" as const, volume },
  };
  expect(
    valueAt(values({ ...staging, grafana }), "persistence", "storageClassName"),
  ).toBe("fast");
});

it("shares database and silences between replicas in production", () => {
  expect(values(production)).toMatchObject({
    replicas: 2,
    deploymentStrategy: { type: "RollingUpdate" },
    persistence: { enabled: false },
    podDisruptionBudget: { minAvailable: 1 },
    headlessService: true,
    "grafana.ini": {
      database: { type: "postgres", ssl_mode: "require" },
      unified_alerting: { ha_peers: "grafana-headless:9094" },
    },
  });
});

it("differs between staging and production only in these", () => {
  expect(differingPaths(values(staging), values(production))).toEqual([
    "alerting/contactpoints.yaml/contactPoints",
    "alerting/contactpoints.yaml/deleteContactPoints",
    "deploymentStrategy/type",
    "envValueFrom/GF_DATABASE_PASSWORD",
    "extraSecretMounts",
    "grafana.ini/auth/disable_login_form",
    "grafana.ini/auth.generic_oauth/api_url",
    "grafana.ini/auth.generic_oauth/auth_url",
    "grafana.ini/auth.generic_oauth/token_url",
    "grafana.ini/database",
    "grafana.ini/server/domain",
    "grafana.ini/server/root_url",
    "grafana.ini/smtp/from_address",
    "grafana.ini/smtp/host",
    "grafana.ini/smtp/user",
    "grafana.ini/unified_alerting",
    "headlessService",
    "ingress/annotations/cert-manager.io/cluster-issuer",
    "ingress/hosts",
    "ingress/tls",
    "persistence/enabled",
    "persistence/size",
    "podDisruptionBudget/minAvailable",
    "replicas",
    "resources/limits/memory",
    "resources/requests/cpu",
    "resources/requests/memory",
    "topologySpreadConstraints",
  ]);
});
