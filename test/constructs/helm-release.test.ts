import { TerraformStack, Testing } from "cdktf";
import { HelmRelease } from "../../constructs/helm-release";
import type { ChartReference } from "../../constructs/helm-release";
import { StackFiles } from "../../constructs/stack-files";
import { production } from "../support/environments/production";

/** A release as Terraform will read it, and the construct that wrote it. */
function release(chart: ChartReference) {
  const stack = new TerraformStack(Testing.app(), "stack");
  const helm = new HelmRelease(stack, "shop", {
    environment: production,
    files: new StackFiles(stack),
    name: "shop",
    chart,
    values: () => "{}",
    dependsOn: [],
  });
  const { resource } = JSON.parse(Testing.synth(stack)) as {
    resource: {
      helm_release: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    };
  };
  const [written = {}] = Object.values(resource.helm_release);
  // What cdktf notes for itself.
  const attributes = Object.fromEntries(
    Object.entries(written).filter(([name]) => name !== "//"),
  );
  return { helm, attributes };
}

const FROM_REPOSITORY: ChartReference = {
  repository: "https://charts.example.com",
  chart: "shop",
  version: "1.2.3",
};

it("installs a chart all or nothing, with its values from a file", () => {
  expect(release(FROM_REPOSITORY).attributes).toEqual({
    name: "shop",
    namespace: "monitoring",
    repository: "https://charts.example.com",
    chart: "shop",
    version: "1.2.3",
    values: ['${file("${path.module}/files/values/shop.json")}'],
    atomic: true,
    cleanup_on_fail: true,
    max_history: 5,
    timeout: 900,
    depends_on: [],
  });
});

it("has no repository for a chart in a local folder", () => {
  const { attributes } = release({ chart: "./shop", version: "1.2.3" });
  expect(attributes).toMatchObject({ chart: "./shop", version: "1.2.3" });
  expect(attributes).not.toHaveProperty("repository");
});

it("offers its values as an expression that can stand inside another", () => {
  expect(release(FROM_REPOSITORY).helm.valuesExpression).toBe(
    'file("${path.module}/files/values/shop.json")',
  );
});
