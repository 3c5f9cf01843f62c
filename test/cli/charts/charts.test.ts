import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { changesOf, versionBefore } from "../../../cli/charts/changes-of";
import type { InstalledRelease } from "../../../cli/charts/changes-of";
import { OtherContent, fetchCharts } from "../../../cli/charts/fetch-charts";
import type { FetchedChart } from "../../../cli/charts/fetch-charts";
import { inTemporaryFolder } from "../../../cli/charts/helm";
import type { Helm } from "../../../cli/charts/helm";
import { changeLines, digestsFile } from "../../../cli/charts/report";
import { usedCharts } from "../../../cli/charts/used-charts";
import { ProgramFailure } from "../../../cli/recover/programs";
import { production, staging } from "../../support/organisation/environments";
import { services } from "../../support/organisation/services";

const SHOP = {
  chart: "shop",
  repository: "https://charts.example.com",
  version: "2.0.0",
};
const digest = (text: string): string =>
  createHash("sha256").update(text).digest("hex");

/** A helm that fetches archives which hold their own name, and renders what they hold. */
const helm =
  (asked: string[][], refuses = ""): Helm =>
  (args) => {
    asked.push([...args]);
    const after = (option: string): string =>
      args[args.indexOf(option) + 1] ?? "";
    if (args[0] === "pull") {
      const name = `${basename(args[1] ?? "")}-${after("--version")}.tgz`;
      writeFileSync(join(after("--destination"), name), name);
      return "";
    }
    const content = readFileSync(args[2] ?? "", "utf8");
    if (content === refuses) throw new ProgramFailure("helm: refused");
    return `kind: Service\nmetadata: { name: shop }\nspec: { chart: ${content} }\n---\n`;
  };

function fetched(
  folder: string,
  asked: string[][],
  options: Partial<Parameters<typeof fetchCharts>[2]> = {},
): readonly FetchedChart[] {
  return fetchCharts(helm(asked), [SHOP], {
    to: folder,
    digests: {},
    fetched: () => undefined,
    ...options,
  });
}

it("lists every chart with the environments that install it", () => {
  const used = usedCharts({ environments: [production, staging], services });
  const names = used.map(({ chart }) => chart.chart);
  expect(names).toContain("kube-prometheus-stack");
  expect(names).toEqual([...names].sort());
  expect(
    used.find(({ chart }) => chart.chart === "loki")?.environments,
  ).toEqual([production.name, staging.name]);
});

it("fetches from the chart's own repository, or from a mirror of either kind", () => {
  inTemporaryFolder((folder) => {
    const asked: string[][] = [];
    const [own] = fetched(folder, asked);
    fetched(folder, asked, { repository: "https://mirror.example.com" });
    fetched(folder, asked, { repository: "oci://mirror.example.com/charts/" });
    const end = ["--version", "2.0.0", "--destination", folder];
    expect(asked).toEqual([
      ["pull", "shop", "--repo", "https://charts.example.com", ...end],
      ["pull", "shop", "--repo", "https://mirror.example.com", ...end],
      ["pull", "oci://mirror.example.com/charts/shop", ...end],
    ]);
    expect(own?.digest).toBe(digest("shop-2.0.0.tgz"));
  });
});

it("refuses an archive that is another than before", () => {
  inTemporaryFolder((folder) => {
    const known = { "shop-2.0.0.tgz": digest("shop-2.0.0.tgz") };
    expect(fetched(folder, [], { digests: known })).toHaveLength(1);
    expect(() =>
      fetched(folder, [], { digests: { "shop-2.0.0.tgz": digest("x") } }),
    ).toThrow(OtherContent);
  });
});

it("knows the version before by the digests", () => {
  const digests = {
    "shop-1.0.0.tgz": "1",
    "shop-2.0.0.tgz": "2",
    "shop-front-1.5.0.tgz": "3",
  };
  const used = new Set(["shop-2.0.0.tgz"]);
  expect(versionBefore(SHOP, digests, used)).toBe("1.0.0");
  const both = new Set([...used, "shop-1.0.0.tgz"]);
  expect(versionBefore(SHOP, digests, both)).toBeUndefined();
});

describe("another version", () => {
  const release: InstalledRelease = {
    environment: "production",
    namespace: "monitoring",
    name: "shop",
    chart: "shop",
    version: "2.0.0",
    values: "values.json",
  };
  const compared = (refuses?: string): string =>
    inTemporaryFolder((folder) => {
      const before = join(folder, "before");
      mkdirSync(before);
      const changes = changesOf(
        helm([], refuses),
        fetched(folder, []),
        [release, { ...release, name: "other", version: "1.5.0" }],
        { digests: { "shop-1.0.0.tgz": "1" }, folder: before },
      );
      return changeLines(changes).join("\n");
    });

  it("is rendered beside the one before, with the values of today", () => {
    expect(compared()).toBe(
      "\nproduction shop: shop-1.0.0.tgz -> shop-2.0.0.tgz, objects that differ: 1\n  changed  Service shop: spec.chart",
    );
  });

  it("is not compared where the one before refuses the values of today", () => {
    expect(compared("shop-1.0.0.tgz")).toContain(
      "not compared, since the version before refuses the values of today: helm: refused",
    );
  });

  it("that refuses its values is an error", () => {
    expect(() => compared("shop-2.0.0.tgz")).toThrow("helm: refused");
  });
});

it("writes the digests of what is in use, and no others", () => {
  inTemporaryFolder((folder) => {
    expect(digestsFile(fetched(folder, []))).toBe(
      `{\n  "shop-2.0.0.tgz": "${digest("shop-2.0.0.tgz")}"\n}\n`,
    );
  });
});
