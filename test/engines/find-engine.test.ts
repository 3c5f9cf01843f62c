import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { cachedPath } from "../../engines/cache";
import { ENGINES } from "../../engines/engines";
import { searchEngine } from "../../engines/find-engine";
import { releaseServer } from "./release-server";
import type { ReleaseServer } from "./release-server";
import {
  MODULE_BUILD_OUTPUT,
  moduleHeading,
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

/** Puts a Go on PATH that notes how it was called and "builds" a promtool of a module's version. */
function installGo(version = "v0.315.0", slowly = false): void {
  const built = writeProgram(
    join(trial.root, "built"),
    MODULE_BUILD_OUTPUT,
    moduleHeading(version),
  );
  writeScript(
    join(trial.bin, "go"),
    [
      `echo "$GOFLAGS $CGO_ENABLED $GOWORK $GOOS/$GOARCH $GOTOOLCHAIN: go $*" >> ${trial.root}/calls`,
      `[ "$1" = build ] || exit 0`,
      slowly ? "/bin/sleep 0.5" : "",
      `while [ "$1" != -o ]; do shift; done`,
      `cat ${built} > "$2"`,
    ].join("\n"),
  );
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

  it("repeats what a module replaces, which Go would not follow", async () => {
    installGo("v3.7.8");
    await expect(searchEngine(ENGINES.loki, trial.with())).rejects.toThrow();
    const [init, edit, get] = goCalls();
    expect(init).toContain("go mod init tools/loki");
    expect(edit).toMatch(/go mod edit( -replace=\S+=\S+@v\S+){5}$/);
    expect(edit).toContain(
      " -replace=github.com/influxdata/go-syslog/v3=github.com/leodido/go-syslog/v4@v4.3.0",
    );
    expect(get).toContain(
      "go get -tool github.com/grafana/loki/v3/cmd/loki@v3.7.8",
    );
  });

  it("leaves the choice of Go's own version to a person who made one", async () => {
    installGo();
    await searchEngine(engine, trial.with({ GOTOOLCHAIN: "local" }));
    expect(goCalls()[0]).toContain(" local: go mod init");
  });

  it("says now and then how long a build has taken", async () => {
    installGo("v0.315.0", true);
    await searchEngine(engine, trial.with());
    expect(trial.said).toContain(
      "promtool 3.15.0: compiling (go build); several minutes the first time, 0 s so far",
    );
  });

  it("builds once when two search at once, and both get it", async () => {
    installGo("v0.315.0", true);
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
    installGo("v0.300.0");
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
