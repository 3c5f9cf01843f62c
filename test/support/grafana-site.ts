import { join } from "node:path";
import * as v from "valibot";
import { readJsonFile } from "../../input/json";
import {
  readNamedFile,
  resourcesOf,
  valuesOf,
} from "../../inventory/synthesised-stack";
import type { StackOnDisk } from "../../inventory/synthesised-stack";

/** Grafana's basic roles, each of which may do what the ones before it may. */
export const ROLES = ["Viewer", "Editor", "Admin"] as const;

/** One of {@link ROLES}. */
export type Role = (typeof ROLES)[number];

/** Who may view a folder, besides administrators. */
interface FolderReaders {
  readonly roles: readonly string[];
  readonly teams: readonly string[];
}

/** A dashboard, as far as links ask for it. */
export interface SiteDashboard {
  readonly readers: FolderReaders;
  readonly variables: readonly string[];
  /** Links on values of its panels. */
  readonly links: readonly string[];
}

/** What a browser meets of an environment, as it is synthesised. */
export interface GrafanaSite {
  /** Hosts that an ingress serves from the root on, all of Grafana. */
  readonly hosts: readonly string[];
  readonly dashboards: ReadonlyMap<string, SiteDashboard>;
  /** Who may view rules that Grafana evaluates, by their uid. */
  readonly rules: ReadonlyMap<string, FolderReaders>;
  /** Names of data sources of Alertmanagers. */
  readonly alertmanagers: readonly string[];
}

const INGRESS = v.object({
  "grafana.ini": v.exactOptional(
    v.object({ server: v.object({ root_url: v.string() }) }),
  ),
  ingress: v.exactOptional(
    v.object({
      enabled: v.boolean(),
      hosts: v.array(v.string()),
      path: v.exactOptional(v.string(), "/"),
      tls: v.array(v.object({ hosts: v.array(v.string()) })),
    }),
  ),
});

const DASHBOARD = v.object({
  uid: v.string(),
  templating: v.object({ list: v.array(v.object({ name: v.string() })) }),
  panels: v.array(
    v.object({
      fieldConfig: v.exactOptional(
        v.object({
          defaults: v.object({
            links: v.exactOptional(v.array(v.object({ url: v.string() })), []),
          }),
        }),
      ),
    }),
  ),
});

const RESOURCES = v.object({
  resource: v.object({
    grafana_team: v.record(v.string(), v.object({ name: v.string() })),
    grafana_folder: v.record(v.string(), v.object({ uid: v.string() })),
    grafana_folder_permission: v.record(
      v.string(),
      v.object({
        folder_uid: v.string(),
        permissions: v.array(
          v.object({
            permission: v.string(),
            role: v.exactOptional(v.string()),
            team_id: v.exactOptional(v.string()),
          }),
        ),
      }),
    ),
    grafana_rule_group: v.record(
      v.string(),
      v.object({
        folder_uid: v.string(),
        rule: v.array(v.object({ uid: v.string() })),
      }),
    ),
  }),
});

/** Reads what links lead to from a synthesised stack. */
export function grafanaSite(onDisk: StackOnDisk): GrafanaSite {
  const { resource } = readJsonFile(
    RESOURCES,
    join(onDisk.folder, "cdk.tf.json"),
  );
  const teamOf = (reference: string): string =>
    resource.grafana_team[referred(reference, "grafana_team", "id")]?.name ??
    `unknown ${reference}`;
  const readers = new Map(
    Object.values(resource.grafana_folder_permission).map(
      ({ folder_uid, permissions }) => [
        folder_uid,
        {
          roles: permissions.flatMap(({ role = [] }) => role),
          teams: permissions.flatMap(({ team_id }) =>
            team_id === undefined ? [] : [teamOf(team_id)],
          ),
        },
      ],
    ),
  );
  const readersOf = (folder: unknown): FolderReaders =>
    readers.get(String(folder)) ?? { roles: [], teams: [] };
  return {
    hosts: valuesOf(onDisk, INGRESS).flatMap(
      ({ ingress, "grafana.ini": grafana }) =>
        grafana !== undefined &&
        ingress?.enabled === true &&
        ingress.path === "/"
          ? ingress.hosts.filter(
              (host) =>
                grafana.server.root_url === `https://${host}` &&
                ingress.tls.some(({ hosts }) => hosts.includes(host)),
            )
          : [],
    ),
    dashboards: new Map(
      resourcesOf(onDisk, "grafana_dashboard").map(
        ({ config_json, folder }) => {
          const { uid, templating, panels } = readNamedFile(
            DASHBOARD,
            onDisk.folder,
            String(config_json),
          );
          return [
            uid,
            {
              readers: readersOf(folder),
              variables: templating.list.map(({ name }) => name),
              links: panels.flatMap(({ fieldConfig }) =>
                (fieldConfig?.defaults.links ?? []).map(({ url }) => url),
              ),
            },
          ];
        },
      ),
    ),
    rules: new Map(
      Object.values(resource.grafana_rule_group).flatMap(
        ({ folder_uid, rule }) =>
          rule.map(({ uid }) => [uid, readersOf(folder_uid)] as const),
      ),
    ),
    alertmanagers: resourcesOf(onDisk, "grafana_data_source").flatMap(
      ({ type, name }) => (type === "alertmanager" ? [String(name)] : []),
    ),
  };
}

/** The name in a reference of Terraform: `${grafana_team.shop.id}`. */
const referred = (reference: string, type: string, field: string): string =>
  reference.startsWith(`\${${type}.`) && reference.endsWith(`.${field}}`)
    ? reference.slice(type.length + 3, -field.length - 2)
    : "";
