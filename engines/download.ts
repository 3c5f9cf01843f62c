import { createHash } from "node:crypto";
import { open, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Engine } from "./engines";
import type { Machine } from "./machine";
import type { Progress } from "./progress";
import { readUrl } from "./read-url";
import { runProgram } from "./run-program";
import { unzip } from "./unzip";

const RELEASES = "https://github.com";

/**
 * Downloads an engine's release and checks it against the sums its project publishes.
 * `MONITORING_STACK_RELEASES` names a mirror of https://github.com to download from instead.
 *
 * @param folder an empty folder to work in
 * @returns the program's path in that folder
 * @throws Error when it cannot be downloaded, is incomplete or has another sum than the published
 *   one
 */
export async function download(
  engine: Engine,
  folder: string,
  machine: Machine,
  progress: Progress,
): Promise<string> {
  const { release } = engine;
  const mirror = machine.variables["MONITORING_STACK_RELEASES"] ?? "";
  const base = `${(mirror === "" ? RELEASES : mirror).replace(/\/+$/, "")}/${release.folder}`;
  const archive = release.archive(machine.platform);
  progress.step(`downloading ${base}/${archive}`);

  const published = await publishedSum(
    `${base}/${release.checksums}`,
    archive,
    machine,
  );
  const file = join(folder, "archive");
  const sum = await save(`${base}/${archive}`, file, machine, progress);
  if (sum !== published) {
    throw new Error(
      `${base}/${archive}: its SHA-256 sum is ${sum}, but ${release.checksums} says ${published}; not used`,
    );
  }
  const member = release.member(machine.platform);
  if (member === archive) return file;
  const program = join(folder, member);
  if (archive.endsWith(".zip")) {
    await writeFile(program, unzip(await readFile(file), member));
  } else {
    await runProgram("tar", ["-xzf", file, member], {
      folder,
      variables: machine.variables,
    });
  }
  return program;
}

async function publishedSum(
  url: string,
  archive: string,
  machine: Machine,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readUrl(url, machine)) chunks.push(chunk);
  for (const line of Buffer.concat(chunks).toString("utf8").split("\n")) {
    const [sum, name] = line.trim().split(/\s+\*?/);
    if (name === archive && sum !== undefined && /^[0-9a-f]{64}$/.test(sum)) {
      return sum;
    }
  }
  throw new Error(`${url}: names no ${archive}`);
}

/** Writes what a URL holds to a file and returns its SHA-256 sum. */
async function save(
  url: string,
  file: string,
  machine: Machine,
  progress: Progress,
): Promise<string> {
  const hash = createHash("sha256");
  const handle = await open(file, "w");
  try {
    let bytes = 0;
    for await (const chunk of readUrl(url, machine)) {
      hash.update(chunk);
      await handle.writeFile(chunk);
      bytes += chunk.byteLength;
      progress.detail(`${(bytes / 1e6).toFixed(1)} MB`);
    }
  } finally {
    await handle.close();
  }
  return hash.digest("hex");
}
