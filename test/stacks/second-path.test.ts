import { environments } from "../../config/environments";
import { synthesised } from "../support/synthesise";
import { filesOf, stackOf } from "./output";

const stacks = synthesised({}, (outdir) =>
  environments.map(
    ({ name }) =>
      [name, stackOf(outdir, name).resource, filesOf(outdir)] as const,
  ),
);

const attributes = (
  resources: ReturnType<typeof stackOf>["resource"],
  type: string,
): readonly Readonly<Record<string, unknown>>[] =>
  Object.values(resources[type] ?? {});

describe.each(stacks)("%s", (name, resources, files) => {
  it("has one notification policy and one group of rules, in a folder of their own", () => {
    expect(attributes(resources, "grafana_notification_policy")).toHaveLength(
      1,
    );
    const [group] = attributes(resources, "grafana_rule_group");
    expect(attributes(resources, "grafana_rule_group")).toHaveLength(1);
    expect(group).toMatchObject({ name: "second-path", interval_seconds: 60 });
    expect(attributes(resources, "grafana_folder")).toContainEqual(
      expect.objectContaining({ uid: "second-path", title: "Second path" }),
    );
    expect(group?.["folder_uid"]).toMatch(/^\$\{grafana_folder\.second-path_/);
  });

  it("makes the rules when Grafana knows the data source", () => {
    const [group] = attributes(resources, "grafana_rule_group");
    expect(group?.["depends_on"]).toContainEqual(
      expect.stringMatching(/^grafana_data_source\..*prometheus/),
    );
  });

  it("lets nobody but Terraform change what it has made", () => {
    for (const type of ["grafana_rule_group", "grafana_notification_policy"]) {
      for (const resource of attributes(resources, type)) {
        expect(resource).not.toHaveProperty("disable_provenance");
      }
    }
  });

  it("makes no contact point, whose secrets the state would keep", () => {
    expect(attributes(resources, "grafana_contact_point")).toEqual([]);
    const values = files.get(`stacks/${name}/files/values/grafana.json`) ?? "";
    const { alerting } = JSON.parse(values) as {
      readonly alerting: {
        readonly "contactpoints.yaml": {
          readonly contactPoints: readonly {
            readonly receivers: readonly {
              readonly type: string;
              readonly settings: Readonly<Record<string, string>>;
            }[];
          }[];
        };
      };
    };
    const secrets = alerting["contactpoints.yaml"].contactPoints.flatMap(
      ({ receivers }) =>
        receivers
          .filter(({ type }) => type !== "email")
          .flatMap(({ settings }) => [
            settings["url"] ?? settings["integrationKey"] ?? "nothing",
          ]),
    );
    expect(secrets.length).toBeGreaterThan(1);
    expect(
      secrets.filter(
        (value) => !/^\$__file\{\/etc\/secrets\/.+\}$/.test(value),
      ),
    ).toEqual([]);
  });

  it("probes the watched environment through a release of its own", () => {
    const values =
      files.get(`stacks/${name}/files/values/watched-environment.json`) ?? "{}";
    const { objects } = JSON.parse(values) as {
      readonly objects: readonly { readonly kind: string }[];
    };
    expect(objects.length).toBeGreaterThanOrEqual(3);
    expect(new Set(objects.map(({ kind }) => kind))).toEqual(
      new Set(["Probe"]),
    );
  });

  it("hands Grafana's own templates through Terraform as they are", () => {
    const text = JSON.stringify(attributes(resources, "grafana_rule_group"));
    expect(text).toContain("{{ $values.A.Value }}");
    expect(text.replaceAll(/\$\{grafana_folder\.[^}]+\}/g, "")).not.toMatch(
      /[^$]\$\{|[^%]%\{/,
    );
  });
});
