import { mkdirSync, writeFileSync } from "node:fs";
import { Command } from "commander";
import { CHART_DIGESTS } from "../../helm/chart-digests";
import { archiveName } from "../../helm/parts/chart";
import { readInventories } from "../../inventory/read-inventory";
import { organisation } from "../organisation";
import { programsWith } from "../recover/programs";
import { runCommand } from "../run-command";
import { changesOf } from "./changes-of";
import { fetchCharts } from "./fetch-charts";
import type { FetchedChart } from "./fetch-charts";
import { helmWith, inTemporaryFolder } from "./helm";
import { installedReleases } from "./installed-releases";
import { changeLines, chartLines, digestsFile } from "./report";
import { usedCharts } from "./used-charts";

interface Options {
  readonly download?: string;
  readonly update?: true;
  readonly repository?: string;
  readonly out: string;
}

const DIGESTS = "helm/digests.json";

const used = usedCharts(organisation);
const helm = helmWith(programsWith(process.env), process.env["HELM"] ?? "helm");

const fetchTo = (
  to: string,
  { repository }: Options,
): readonly FetchedChart[] => {
  mkdirSync(to, { recursive: true });
  return fetchCharts(
    helm,
    used.map(({ chart }) => chart),
    {
      to,
      digests: CHART_DIGESTS,
      fetched: ({ chart, digest }) => {
        console.error(`fetched ${archiveName(chart)}, SHA-256 ${digest}`);
      },
      ...(repository === undefined ? {} : { repository }),
    },
  );
};

function update(options: Options): void {
  const { repository } = options;
  const releases = installedReleases(
    readInventories(options.out),
    organisation.environments[0]?.namespace ?? "monitoring",
  );
  inTemporaryFolder((folder) => {
    const fetched = fetchTo(folder, options);
    const changes = changesOf(helm, fetched, releases, {
      digests: CHART_DIGESTS,
      folder,
      ...(repository === undefined ? {} : { repository }),
    });
    console.log(changeLines(changes).join("\n"));
    writeFileSync(DIGESTS, digestsFile(fetched));
    console.log(`${DIGESTS} holds ${String(fetched.length)} digests`);
  });
}

const program = new Command("charts")
  .description(
    "Lists the Helm charts in use, fetches them, or records their digests and shows what other versions change. Fetching needs helm on PATH, or in HELM",
  )
  .option(
    "--download <folder>",
    'fetches every chart into a folder, for charts: { kind: "folder" }',
  )
  .option(
    "--update",
    `fetches every chart, lists what another version changes, and writes ${DIGESTS}`,
  )
  .option(
    "--repository <address>",
    "a mirror of all charts, https://… or oci://… (default: each chart's own repository)",
  )
  .option("--out <folder>", "folder that synth wrote", "cdktf.out")
  .action((options: Options) => {
    if (options.download !== undefined) fetchTo(options.download, options);
    if (options.update === true) update(options);
    if (options.download === undefined && options.update === undefined) {
      console.log(chartLines(used, CHART_DIGESTS).join("\n"));
    }
  });

runCommand(program);
