import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TerraformStack, Testing } from "cdktf";
import { HelmRelease } from "../../constructs/helm-release";
import type { LocalChart } from "../../constructs/helm-release";
import { StackFiles } from "../../constructs/stack-files";
import type { ChartReference } from "../../helm/parts/chart";
import { production } from "../support/environments/production";

/** A release as Terraform will read it, and the construct that wrote it. */
function release(chart: ChartReference | LocalChart) {
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

it("has no repository for a chart that is part of the stack", () => {
  const { attributes } = release({ path: "./shop", version: "1.2.3" });
  expect(attributes).toMatchObject({ chart: "./shop", version: "1.2.3" });
  expect(attributes).not.toHaveProperty("repository");
});

it("takes an archive into the stack, at a path that another content changes", () => {
  const folder = mkdtempSync(join(tmpdir(), "helm-release-"));
  const archive = join(folder, "shop-1.2.3.tgz");
  const pathOf = (content: string): unknown => {
    writeFileSync(archive, content);
    const { attributes } = release({ archive, version: "1.2.3" });
    expect(attributes).toMatchObject({ version: "1.2.3" });
    expect(attributes).not.toHaveProperty("repository");
    return attributes["chart"];
  };
  const path = /^\.\/assets\/\w+\/[0-9A-F]{32}\/shop-1\.2\.3\.tgz$/;
  try {
    expect(pathOf("one")).toMatch(path);
    expect(pathOf("another")).toMatch(path);
    expect(pathOf("one")).not.toBe(pathOf("another"));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it("offers its values as an expression that can stand inside another", () => {
  expect(release(FROM_REPOSITORY).helm.valuesExpression).toBe(
    'file("${path.module}/files/values/shop.json")',
  );
});
