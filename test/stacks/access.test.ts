import type { EnvironmentConfig } from "../../model/environment";
import { environments } from "../support/organisation/environments";
import { withEditors } from "../support/grafana-role";
import { synthesised } from "../support/synthesise";
import { filesOf, stackOf } from "./output";
import type { Resources } from "./output";

/** Files and resources of each environment, with one group of Editors or with none. */
const written = (editors: string | undefined) =>
  synthesised(
    {
      environments: environments.map((environment): EnvironmentConfig =>
        withEditors(environment, editors),
      ),
    },
    (outdir) => ({
      files: filesOf(outdir),
      resources: environments.map(
        ({ name }) => [name, stackOf(outdir, name).resource] as const,
      ),
    }),
  );

const withGroup = written("engineers");
const without = written(undefined);

interface Permission {
  readonly permission: string;
  readonly role?: string;
}

const permissionsOf = (resources: Resources): readonly Permission[] =>
  Object.values(resources["grafana_folder_permission"] ?? {}).flatMap(
    ({ permissions }) => permissions as readonly Permission[],
  );

describe.each(withGroup.resources)("%s", (_, resources) => {
  it("lets nobody edit a folder", () => {
    const permissions = permissionsOf(resources);
    expect(permissions.length).toBeGreaterThan(5);
    expect(
      permissions.filter(({ permission }) => permission !== "View"),
    ).toEqual([]);
  });

  it("names who may read every folder: without that, Grafana lets Editors edit it", () => {
    const named = Object.values(
      resources["grafana_folder_permission"] ?? {},
    ).map(({ folder_uid }) => String(folder_uid).split(".")[1]);
    expect(named.sort()).toEqual(
      Object.keys(resources["grafana_folder"] ?? {}).sort(),
    );
  });

  it("provisions contact points, policy and rules, which nobody changes in Grafana", () => {
    const types = Object.keys(resources).filter((type) =>
      /^grafana_(?:contact_point|notification_policy|rule_group|message_template|mute_timing)$/.test(
        type,
      ),
    );
    expect(types.sort()).toEqual([
      "grafana_notification_policy",
      "grafana_rule_group",
    ]);
    for (const type of types) {
      for (const resource of Object.values(resources[type] ?? {})) {
        expect(resource["disable_provenance"] ?? false).toBe(false);
      }
    }
  });
});

it("changes for a group of Editors nothing but their role and what messages say of it", () => {
  expect([...withGroup.files.keys()]).toEqual([...without.files.keys()]);
  const different = [...withGroup.files].filter(
    ([path, text]) => without.files.get(path) !== text,
  );
  expect(different.map(([path]) => path)).toEqual(
    environments
      .flatMap(({ name }) => [
        `stacks/${name}/files/values/grafana.json`,
        `stacks/${name}/files/values/kps.json`,
      ])
      .sort(),
  );
  for (const [path, text] of different) {
    const before = (without.files.get(path) ?? "")
      .replace(
        /'Admin' \|\| 'Viewer'/,
        "'Admin' || groups[?@ == 'engineers'] && 'Editor' || 'Viewer'",
      )
      .replace(/\{\{ \\"Silence \(only members of [^)]*\)\\" \}\}/, "Silence");
    expect(before).toBe(text);
  }
});
