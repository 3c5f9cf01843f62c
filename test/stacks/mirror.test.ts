import { readFileSync } from "node:fs";
import { join } from "node:path";
import { production } from "../../config/environments/production";
import { MIRRORED_SCORE } from "../../config/services/cqvr/mirrored-score";
import { networkPolicies } from "../../kubernetes/network/network-policies";
import type { EnvironmentConfig } from "../../model/environment";
import { services } from "../support/declared";
import { synthesised } from "../support/synthesise";
import { filesOf, stackOf } from "./output";

const roleArn = "arn:aws:iam::000000000000:role/grafana";
const mirrored: EnvironmentConfig = {
  ...production,
  grafana: {
    ...production.grafana,
    cloudWatch: {
      region: "eu-central-1",
      roleArn,
      namespaces: [MIRRORED_SCORE.namespace],
    },
  },
};

const synthesise = (environment: EnvironmentConfig) =>
  synthesised({ environments: [environment] }, (outdir) => ({
    files: filesOf(outdir),
    resources: stackOf(outdir).resource,
  }));
const off = synthesise(production);
const on = synthesise(mirrored);

/** Names of what is not the same in both. */
const changed = (
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter(
      (name) =>
        JSON.stringify(before.get(name)) !== JSON.stringify(after.get(name)),
    )
    .sort();

const dataSourcesIn = ({ resources }: typeof on): readonly unknown[] =>
  Object.values(resources["grafana_data_source"] ?? {}).map(({ uid }) => uid);

describe("the mirror of CQVR's score in CloudWatch", () => {
  it("is off", () => {
    expect(dataSourcesIn(off)).not.toContain("cloudwatch");
    expect([...off.files.values()].join("\n")).not.toContain(
      MIRRORED_SCORE.namespace,
    );
  });

  it("brings a data source, the role of Grafana's account and the way there, and nothing that an alert, panel or report reads", () => {
    expect(
      dataSourcesIn(on).filter((uid) => !dataSourcesIn(off).includes(uid)),
    ).toEqual(["cloudwatch"]);
    expect(changed(off.files, on.files)).toEqual([
      "stacks/production/cdk.tf.json",
      "stacks/production/files/values/grafana.json",
      "stacks/production/files/values/network-policies.json",
    ]);
    const byType = (resources: typeof on.resources) =>
      new Map(Object.entries(resources));
    // Folders and dashboards wait for every data source; their content is the same.
    const content = (resources: typeof on.resources) =>
      JSON.parse(
        JSON.stringify(resources, (key, value: unknown) =>
          key === "depends_on" ? undefined : value,
        ),
      ) as typeof on.resources;
    expect(
      changed(byType(content(off.resources)), byType(content(on.resources))),
    ).toEqual(["grafana_data_source"]);
  });

  it("is read by a role and no key", () => {
    const values =
      on.files.get("stacks/production/files/values/grafana.json") ?? "{}";
    expect(JSON.parse(values)).toMatchObject({
      serviceAccount: {
        annotations: { "eks.amazonaws.com/role-arn": roleArn },
      },
    });
    expect(JSON.stringify(on.resources["grafana_data_source"])).not.toMatch(
      /accessKey|secretKey/,
    );
  });

  it("lets Grafana out and nobody else", () => {
    const names = (
      environment: EnvironmentConfig,
    ): ReadonlyMap<string, unknown> =>
      new Map(
        networkPolicies(environment, services).map((policy) => [
          policy.metadata.name,
          policy,
        ]),
      );
    expect(changed(names(production), names(mirrored))).toEqual(["grafana"]);
  });

  it("is written as documented for its owner", () => {
    const page = readFileSync(
      join(__dirname, "../../docs/deployment.md"),
      "utf8",
    );
    const { namespace, metric, unit, dimension } = MIRRORED_SCORE;
    expect(page).toContain(
      `aws cloudwatch put-metric-data --namespace ${namespace} --metric-name ${metric} --unit ${unit} \\\n  --dimensions ${dimension}=production `,
    );
  });
});
