import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { cachedPath } from "../../engines/cache";
import { ENGINES } from "../../engines/engines";
import { searchEngine } from "../../engines/find-engine";
import { releaseServer } from "./release-server";
import type { ReleaseServer } from "./release-server";
import {
  MODULE_BUILD_OUTPUT,
  moduleHeading,
  releaseOutput,
  trialMachine,
  writeProgram,
  writeScript,
} from "./trial-machine";
import type { TrialMachine } from "./trial-machine";

const engine = ENGINES.promtool;
const SUMS =
  "http://127.0.0.1:9/prometheus/prometheus/releases/download/v3.15.0/sha256sums.txt";

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

const installed = () => cachedPath(engine, trial.with());

interface TrialGo {
  /** The heading of what it "builds". @default that of the pinned promtool */
  readonly heading?: string;
  /** The folder that it says a module lies in. @default none */
  readonly listed?: string;
  /** Files of its folder to keep in `kept` when it builds. @default none */
  readonly keep?: readonly string[];
}

/** Puts a Go on PATH that notes how it was called and "builds" a program of a module's version. */
function installGo({
  heading = moduleHeading("v0.315.0"),
  listed = "",
  keep = [],
}: TrialGo = {}): void {
  const built = writeProgram(
    join(trial.root, "built"),
    MODULE_BUILD_OUTPUT,
    heading,
  );
  writeScript(
    join(trial.bin, "go"),
    [
      `echo "$GOFLAGS $CGO_ENABLED $GOWORK $GOOS/$GOARCH $GOTOOLCHAIN: go $*" >> ${trial.root}/calls`,
      `[ "$1" = list ] && echo ${listed}`,
      `[ "$1" = build ] || exit 0`,
      ...keep.map(
        (path) =>
          `/bin/mkdir -p ${trial.root}/kept; /bin/cp -r ${path} ${trial.root}/kept/`,
      ),
      `while [ "$1" != -o ]; do shift; done`,
      `cat ${built} > "$2"`,
    ].join("\n"),
  );
}

/** A module as Go keeps it: nobody may write to its folders. */
function publishedModule(): string {
  const folder = join(trial.root, "module");
  if (existsSync(folder)) return folder;
  const dist = join(folder, "ui/app/dist");
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, "other.txt"), "");
  writeFileSync(join(folder, "ui/web.go"), "package ui");
  for (const made of [
    dist,
    join(folder, "ui/app"),
    join(folder, "ui"),
    folder,
  ]) {
    chmodSync(made, 0o555);
  }
  return folder;
}

const goCalls = () =>
  readFileSync(join(trial.root, "calls"), "utf8").trim().split("\n");

/** What is left in the cache beside the engine's own folder. */
const leftOvers = () =>
  readdirSync(join(trial.root, "cache"), { recursive: true })
    .map(String)
    .filter((name) => name.includes("partial-") || name.endsWith(".lock"));

describe("searchEngine", () => {
  it("downloads a release into the cache, where the next search finds it", async () => {
    server = await releaseServer(trial.root);
    const machine = trial.with({ MONITORING_STACK_RELEASES: server.url });
    installGo();
    expect(await searchEngine(engine, machine)).toBe(installed());
    await server.close();
    expect(await searchEngine(engine, machine)).toBe(installed());
    expect(existsSync(join(trial.root, "calls"))).toBe(false);
    expect(leftOvers()).toEqual([]);
  });

  it("unpacks a release that is a zip archive", async () => {
    server = await releaseServer(trial.root);
    const machine = trial.with({ MONITORING_STACK_RELEASES: server.url });
    const path = await searchEngine(ENGINES.loki, machine);
    expect(path).toBe(cachedPath(ENGINES.loki, machine));
    expect(execFileSync(path, { encoding: "utf8" })).toContain("3.7.8");
  });

  it("builds from the module what another sum makes unusable", async () => {
    server = await releaseServer(trial.root, {
      archive: (response) => response.end("another"),
    });
    installGo();
    await searchEngine(
      engine,
      trial.with({ MONITORING_STACK_RELEASES: server.url }),
    );
    expect(readFileSync(installed(), "utf8")).toContain("v0.315.0");
    expect(trial.said[1]).toMatch(
      /^promtool 3\.15\.0: download: .* its SHA-256 sum is .*; not used$/,
    );
  });

  it("builds in a module of its own with settings of its own, and says so", async () => {
    installGo();
    await searchEngine(
      engine,
      trial.with({ GOFLAGS: "-mod=vendor", GOWORK: "/go.work" }),
    );
    const settings = "-buildvcs=false 0 off linux/amd64 auto";
    const [init, get, build] = goCalls();
    expect(init).toBe(`${settings}: go mod init tools/promtool`);
    expect(get).toBe(
      `${settings}: go get -tool github.com/prometheus/prometheus/cmd/promtool@v0.315.0`,
    );
    expect(build).toMatch(
      /: go build -trimpath -ldflags -s -w -o \/.+\/promtool github\.com\/prometheus\/prometheus\/cmd\/promtool$/,
    );
    expect(trial.said.slice(2)).toEqual([
      "promtool 3.15.0: fetching github.com/prometheus/prometheus v0.315.0 and what it needs (go get); several minutes the first time",
      "promtool 3.15.0: compiling (go build); several minutes the first time",
      `promtool 3.15.0: installed as ${installed()}`,
    ]);
  });

  it("builds a copy of a module that lacks files, with stubs in their place", async () => {
    const pages = ["elm", "mantine"].map(
      (name) => `ui/app/dist/${name}/index.html`,
    );
    installGo({
      heading: moduleHeading("v0.35.0", {
        module: "github.com/prometheus/alertmanager",
        path: "cmd/alertmanager",
      }),
      listed: publishedModule(),
      keep: ["source/ui/app/dist", "source/ui/web.go"],
    });
    const { alertmanager } = ENGINES;
    const path = await searchEngine(alertmanager, trial.with());
    expect(path).toBe(cachedPath(alertmanager, trial.with()));
    expect(goCalls().map((call) => call.replace(/^.*: /, ""))).toEqual([
      "go mod init tools/alertmanager",
      "go get -tool github.com/prometheus/alertmanager/cmd/alertmanager@v0.35.0",
      "go list -m -f {{.Dir}} github.com/prometheus/alertmanager",
      "go mod edit -replace=github.com/prometheus/alertmanager=./source",
      expect.stringMatching(
        /^go build .* github\.com\/prometheus\/alertmanager\/cmd\/alertmanager$/,
      ),
    ]);
    // What lay there when it was compiled.
    const kept = readdirSync(join(trial.root, "kept"), { recursive: true });
    expect(kept).toEqual(
      expect.arrayContaining([
        "web.go",
        "dist/other.txt",
        ...pages.map((page) => page.replace("ui/app/", "")),
      ]),
    );
    expect(readdirSync(publishedModule(), { recursive: true })).not.toContain(
      pages[0],
    );
    expect(leftOvers()).toEqual([]);
  });

  it("never builds what is only run as released, and says why", async () => {
    installGo();
    const search = searchEngine(ENGINES.loki, trial.with());
    await expect(search).rejects.toThrow(
      new Error(
        [
          "loki 3.7.8 or newer is needed and could neither be found nor installed:",
          "  MONITORING_STACK_LOKI: not set",
          "  PATH: no loki",
          `  cache: no ${cachedPath(ENGINES.loki, trial.with())}`,
          "  download: http://127.0.0.1:9/grafana/loki/releases/download/v3.7.8/SHA256SUMS: fetch failed (bad port)",
          "Do one of these:",
          "  put loki from https://github.com/grafana/loki/releases on PATH, or name it in MONITORING_STACK_LOKI;",
          "  name a mirror of https://github.com to download it from in MONITORING_STACK_RELEASES. It is never built here: its licence is the AGPL.",
        ].join("\n"),
      ),
    );
    expect(existsSync(join(trial.root, "calls"))).toBe(false);
  });

  it("says that it found another version than the pinned one", async () => {
    writeProgram(join(trial.bin, "promtool"), releaseOutput("3.16.0"));
    await searchEngine(engine, trial.with());
    expect(trial.said).toEqual([
      "promtool 3.16.0 from PATH, newer than the pinned 3.15.0",
    ]);
  });

  it("leaves the choice of Go's own version to a person who made one", async () => {
    installGo();
    await searchEngine(engine, trial.with({ GOTOOLCHAIN: "local" }));
    expect(goCalls()[0]).toContain(" local: go mod init");
  });

  it("builds once when two search at once, and both get it", async () => {
    installGo();
    const paths = await Promise.all([
      searchEngine(engine, trial.with()),
      searchEngine(engine, trial.with()),
    ]);
    expect(paths).toEqual([installed(), installed()]);
    expect(goCalls()).toHaveLength(3);
    expect(trial.said).toContain(
      "promtool 3.15.0: waiting for another process that is installing it",
    );
    expect(leftOvers()).toEqual([]);
  });

  it("takes over from a process that died, and clears what it left a day ago", async () => {
    installGo();
    const abandoned = join(trial.root, "cache", "partial-dead");
    mkdirSync(abandoned, { recursive: true });
    mkdirSync(dirname(installed()), { recursive: true });
    writeFileSync(`${installed()}.lock`, "elsewhere 1\n");
    const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1_000);
    utimesSync(abandoned, yesterday, yesterday);
    utimesSync(`${installed()}.lock`, yesterday, yesterday);
    expect(await searchEngine(engine, trial.with())).toBe(installed());
    expect(leftOvers()).toEqual([]);
  });

  it("takes over at once from a process of this machine that is gone", async () => {
    installGo();
    const { pid } = spawnSync("/bin/true");
    mkdirSync(dirname(installed()), { recursive: true });
    writeFileSync(`${installed()}.lock`, `${hostname()} ${String(pid)}\n`);
    expect(await searchEngine(engine, trial.with())).toBe(installed());
    expect(trial.said.join("\n")).not.toContain("waiting");
    expect(leftOvers()).toEqual([]);
  });

  it.each([
    ["of this machine that is there", `${hostname()} ${String(process.pid)}\n`],
    ["of another machine", "elsewhere 1\n"],
    ["that has just begun to write its name", ""],
  ])("waits for a process %s", async (_, holder) => {
    installGo();
    mkdirSync(dirname(installed()), { recursive: true });
    const lock = `${installed()}.lock`;
    writeFileSync(lock, holder);
    const waiting =
      "promtool 3.15.0: waiting for another process that is installing it";
    const machine = trial.with();
    const path = await searchEngine(engine, {
      ...machine,
      // Gives the lock back once it is waited for.
      say: (line) => {
        machine.say(line);
        if (line === waiting) rmSync(lock);
      },
    });
    expect(path).toBe(installed());
    expect(trial.said[0]).toBe(waiting);
  });

  it("takes nothing that is half there for an installed engine", async () => {
    installGo();
    mkdirSync(dirname(installed()), { recursive: true });
    writeFileSync(`${dirname(installed())}/.promtool`, "half");
    mkdirSync(join(trial.root, "cache", "partial-other", "promtool"), {
      recursive: true,
    });
    await searchEngine(engine, trial.with());
    expect(goCalls()).toHaveLength(3);
  });

  it("installs nothing that a failed build made", async () => {
    writeScript(
      join(trial.bin, "go"),
      `[ "$1" = build ] || exit 0
       while [ "$1" != -o ]; do shift; done
       echo half > "$2"; echo "cmd/promtool/main.go:1:1: does not compile" >&2; exit 1`,
    );
    const search = searchEngine(engine, trial.with());
    await expect(search).rejects.toThrow(
      /\n {2}build: go build -trimpath -ldflags -s -w -o \S+ \S+ ended with 1:\n {4}cmd\/promtool\/main\.go:1:1: does not compile\nDo one of these:/,
    );
    expect(existsSync(installed())).toBe(false);
    expect(leftOvers()).toEqual([]);
  });

  it("installs no engine older than the pinned one", async () => {
    installGo({ heading: moduleHeading("v0.300.0") });
    await expect(searchEngine(engine, trial.with())).rejects.toThrow(
      /\n {2}build: \S+\/promtool is v0\.300\.0, older than v0\.315\.0\n/,
    );
    expect(existsSync(installed())).toBe(false);
  });

  it("says where it searched and what to do when there is no Go either", async () => {
    const search = searchEngine(engine, trial.with());
    await expect(search).rejects.toThrow(
      new Error(
        [
          "promtool 3.15.0 or newer is needed and could neither be found nor installed:",
          "  MONITORING_STACK_PROMTOOL: not set",
          "  PATH: no promtool",
          `  cache: no ${installed()}`,
          `  download: ${SUMS}: fetch failed (bad port)`,
          "  build: no go on PATH",
          "Do one of these:",
          "  put promtool from https://github.com/prometheus/prometheus/releases on PATH, or name it in MONITORING_STACK_PROMTOOL;",
          "  install Go 1.24 or newer from https://go.dev/dl, so that it can be built from github.com/prometheus/prometheus v0.315.0.",
        ].join("\n"),
      ),
    );
  });

  it("says so when the cache cannot be written, before minutes of work", async () => {
    const file = join(trial.root, "file");
    writeFileSync(file, "");
    chmodSync(file, 0o444);
    const search = searchEngine(
      engine,
      trial.with({ MONITORING_STACK_CACHE: join(file, "cache") }),
    );
    await expect(search).rejects.toThrow(
      /\n {2}cache: cannot be written \(ENOTDIR: .*\); name another folder in MONITORING_STACK_CACHE\n/,
    );
    expect(trial.said).toEqual([]);
  });
});
