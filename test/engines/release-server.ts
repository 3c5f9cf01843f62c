import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { ENGINES } from "../../engines/engines";
import { releaseOutput, writeProgram } from "./trial-machine";
import { ZIP_ARCHIVE } from "./zip-archive";

const ARCHIVE = "prometheus-3.15.0.linux-amd64.tar.gz";
const FOLDER = "/prometheus/prometheus/releases/download/v3.15.0";
const LOKI_FOLDER = "/grafana/loki/releases/download/v3.7.8";

/** How one path of the release page answers. */
export type Answer = (response: ServerResponse) => void;

/**
 * A release page of promtool and Loki on loopback; each file of promtool is served correctly unless
 * configured otherwise.
 */
export interface ReleaseServer {
  readonly url: string;
  readonly sums: string;
  readonly archive: Buffer;
  readonly sum: string;
  readonly close: () => Promise<void>;
}

/** Serves the pinned promtool as its project does, in an archive made below `root`. */
export async function releaseServer(
  root: string,
  answers: { readonly sums?: Answer; readonly archive?: Answer } = {},
): Promise<ReleaseServer> {
  const made = join(root, "release");
  mkdirSync(made);
  writeProgram(
    join(made, "prometheus-3.15.0.linux-amd64", "promtool"),
    releaseOutput(ENGINES.promtool.version),
  );
  execFileSync("tar", ["-czf", ARCHIVE, "prometheus-3.15.0.linux-amd64"], {
    cwd: made,
  });
  const archive = readFileSync(join(made, ARCHIVE));
  const sum = createHash("sha256").update(archive).digest("hex");
  const sums = `${"0".repeat(64)}  prometheus-3.15.0.darwin-arm64.tar.gz\n${sum}  ${ARCHIVE}\n`;
  const zipSum = createHash("sha256").update(ZIP_ARCHIVE).digest("hex");

  const pages = new Map<string, Answer>([
    [
      `${FOLDER}/sha256sums.txt`,
      answers.sums ?? ((response) => response.end(sums)),
    ],
    [
      `${FOLDER}/${ARCHIVE}`,
      answers.archive ?? ((response) => response.end(archive)),
    ],
    [
      `${LOKI_FOLDER}/SHA256SUMS`,
      (response) => response.end(`${zipSum}  loki-linux-amd64.zip\n`),
    ],
    [
      `${LOKI_FOLDER}/loki-linux-amd64.zip`,
      (response) => response.end(ZIP_ARCHIVE),
    ],
  ]);
  const server = createServer((request, response) => {
    const answer = pages.get(request.url ?? "");
    if (answer === undefined) response.writeHead(404).end();
    else answer(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") {
    throw new Error("the stand-in has no port");
  }
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    sums,
    archive,
    sum,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
