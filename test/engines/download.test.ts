import { mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { download } from "../../engines/download";
import { ENGINES } from "../../engines/engines";
import type { Engine } from "../../engines/engines";
import { withProgress } from "../../engines/progress";
import { releaseServer } from "./release-server";
import type { Answer, ReleaseServer } from "./release-server";
import { releaseOutput, trialMachine } from "./trial-machine";
import type { TrialMachine } from "./trial-machine";

const PAGE = "URL/prometheus/prometheus/releases/download/v3.15.0";
const ARCHIVE = `${PAGE}/prometheus-3.15.0.linux-amd64.tar.gz`;

let trial: TrialMachine;
let server: ReleaseServer | undefined;
beforeEach(() => {
  trial = trialMachine();
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  trial.remove();
});

async function downloadFrom(
  url: string,
  engine: Engine = ENGINES.promtool,
): Promise<string> {
  const machine = trial.with({ MONITORING_STACK_RELEASES: url });
  const folder = mkdtempSync(join(trial.root, "download-"));
  return await withProgress(machine, "promtool 3.15.0", (progress) =>
    download(engine, folder, machine, progress),
  );
}

describe("download", () => {
  it("unpacks the program of an archive whose sum is the published one", async () => {
    server = await releaseServer(trial.root);
    const path = await downloadFrom(`${server.url}/`);
    expect(readFileSync(path, "utf8")).toContain(releaseOutput("3.15.0"));
    const line = `promtool 3.15.0: downloading ${ARCHIVE.replace("URL", server.url)}`;
    expect(trial.said).toEqual([line]);
  });

  it("takes what is published without an archive as the program itself", async () => {
    server = await releaseServer(trial.root);
    const { promtool } = ENGINES;
    const archive = promtool.release.archive({ os: "linux", arch: "amd64" });
    const path = await downloadFrom(server.url, {
      ...promtool,
      release: { ...promtool.release, member: () => archive },
    });
    expect(readFileSync(path)).toEqual(server.archive);
  });

  it.each<readonly [string, { sums?: Answer; archive?: Answer }, string]>([
    [
      "refuses a page that is not there",
      { sums: (response) => response.writeHead(404).end() },
      `${PAGE}/sha256sums.txt: answered with HTTP 404`,
    ],
    [
      "refuses an archive that is not there",
      { archive: (response) => response.writeHead(404).end() },
      `${ARCHIVE}: answered with HTTP 404`,
    ],
    [
      "refuses sums that do not name the archive",
      { sums: (response) => response.end(`${"0".repeat(64)}  other.tar.gz\n`) },
      `${PAGE}/sha256sums.txt: names no prometheus-3.15.0.linux-amd64.tar.gz`,
    ],
    [
      "refuses an archive that is another than the published one",
      { archive: (response) => response.end("another") },
      `${ARCHIVE}: its SHA-256 sum is ae448ac86c4e8e4dec645729708ef41873ae79c6dff84eff73360989487f08e5, but sha256sums.txt says SUM; not used`,
    ],
    [
      "refuses an archive that breaks off",
      {
        archive: (response) => {
          response.writeHead(200, { "Content-Length": "100000" });
          response.write("the beginning", () => response.destroy());
        },
      },
      `${ARCHIVE}: terminated (other side closed)`,
    ],
  ])("%s", async (_, answers, message) => {
    server = await releaseServer(trial.root, answers);
    const expected = message
      .replace("URL", server.url)
      .replace("SUM", server.sum);
    await expect(downloadFrom(server.url)).rejects.toHaveProperty(
      "message",
      expected,
    );
  });

  it("refuses at once where nothing listens", async () => {
    server = await releaseServer(trial.root);
    await server.close();
    await expect(downloadFrom(server.url)).rejects.toHaveProperty(
      "message",
      `${PAGE.replace("URL", server.url)}/sha256sums.txt: fetch failed (connect ECONNREFUSED ${server.url.replace("http://", "")})`,
    );
  });
});
