/** A program that judges what this project generates. */
export type EngineName =
  | "promtool"
  | "amtool"
  | "actionlint"
  | "alertmanager"
  | "loki"
  | "lokitool"
  | "prometheus";

/** A platform that an engine is released for, as Go names it: `linux` and `amd64`. */
export interface Platform {
  readonly os: string;
  readonly arch: string;
}

/**
 * Where a project publishes its programs, and the file of SHA-256 sums it publishes beside them.
 */
export interface Release {
  /**
   * Path of the folder below the releases' address:
   * `prometheus/prometheus/releases/download/v3.15.0`.
   */
  readonly folder: string;
  /** File that holds one `<sha256>  <file>` line per archive. */
  readonly checksums: string;
  /**
   * Name of the archive for a platform; one that ends in `.zip` is a zip archive, any other a
   * compressed tar.
   */
  readonly archive: (platform: Platform) => string;
  /** Path of the program inside that archive. */
  readonly member: (platform: Platform) => string;
}

/** The Go package a program is built from where its release cannot be had. */
export interface GoPackage {
  readonly kind: "module";
  /** Path of the module: `github.com/prometheus/prometheus`. */
  readonly module: string;
  /** Version of the module, which need not look like that of the release: `v0.315.0`. */
  readonly version: string;
  /** Path of the program's package inside the module. */
  readonly path: string;
  /**
   * Files that the module lacks and its code embeds, path → text. They are put into a copy of the
   * module, which is built instead: what they are for, as web pages, does not work in the program.
   * @default none: the module is built as it is published
   */
  readonly stubs?: Readonly<Record<string, string>>;
}

/**
 * A program that is run as its project releases it and never built here. Where it cannot be had,
 * what needs it is not judged.
 */
export interface ReleaseOnly {
  readonly kind: "release-only";
  /** Why it is not built, for people. */
  readonly reason: string;
  /** What is not judged without it, for people. */
  readonly cost: string;
}

/** One pinned engine. A newer one found on the machine is taken too, an older one never. */
export interface Engine {
  readonly name: EngineName;
  /** The release this project is checked with, without a leading `v`. */
  readonly version: string;
  /** The argument that makes the program print its version: a flag, or a command. */
  readonly versionFlag: string;
  readonly release: Release;
  /** Where it comes from when its release cannot be downloaded. */
  readonly source: GoPackage | ReleaseOnly;
}

function prometheusRelease(
  project: string,
  version: string,
  program: EngineName,
): Release {
  const base = (platform: Platform) =>
    `${project}-${version}.${platform.os}-${platform.arch}`;
  return {
    folder: `prometheus/${project}/releases/download/v${version}`,
    checksums: "sha256sums.txt",
    archive: (platform) => `${base(platform)}.tar.gz`,
    member: (platform) => `${base(platform)}/${program}`,
  };
}

/** A program of Prometheus, by the version of its module. */
const prometheusPackage = (path: string): GoPackage => ({
  kind: "module",
  module: "github.com/prometheus/prometheus",
  version: "v0.315.0",
  path,
});

const PROMETHEUS = "3.15.0";

const ALERTMANAGER = "0.35.0";

const alertmanagerPackage = (path: string): GoPackage => ({
  kind: "module",
  module: "github.com/prometheus/alertmanager",
  version: `v${ALERTMANAGER}`,
  path,
});

const STUB = "<!doctype html>\n";

const LOKI = "3.7.8";

/** Loki's programs: a zip archive for each. */
const lokiProgram = (
  name: "loki" | "lokitool",
  cost: string,
): Pick<Engine, "version" | "release" | "source"> => ({
  version: LOKI,
  release: {
    folder: `grafana/loki/releases/download/v${LOKI}`,
    checksums: "SHA256SUMS",
    archive: ({ os, arch }) => `${name}-${os}-${arch}.zip`,
    member: ({ os, arch }) => `${name}-${os}-${arch}`,
  },
  source: {
    kind: "release-only",
    reason: "its licence is the AGPL",
    cost,
  },
});

/**
 * Every engine and its pinned version. A new engine is one entry here.
 * @see https://github.com/prometheus/prometheus/releases
 * @see https://github.com/prometheus/alertmanager/releases
 * @see https://github.com/rhysd/actionlint/releases
 * @see https://github.com/grafana/loki/releases
 */
export const ENGINES: Readonly<Record<EngineName, Engine>> = {
  promtool: {
    name: "promtool",
    version: PROMETHEUS,
    versionFlag: "--version",
    release: prometheusRelease("prometheus", PROMETHEUS, "promtool"),
    source: prometheusPackage("cmd/promtool"),
  },
  amtool: {
    name: "amtool",
    version: ALERTMANAGER,
    versionFlag: "--version",
    release: prometheusRelease("alertmanager", ALERTMANAGER, "amtool"),
    source: alertmanagerPackage("cmd/amtool"),
  },
  actionlint: {
    name: "actionlint",
    version: "1.7.12",
    versionFlag: "-version",
    release: {
      folder: "rhysd/actionlint/releases/download/v1.7.12",
      checksums: "actionlint_1.7.12_checksums.txt",
      archive: ({ os, arch }) => `actionlint_1.7.12_${os}_${arch}.tar.gz`,
      member: () => "actionlint",
    },
    source: {
      kind: "module",
      module: "github.com/rhysd/actionlint",
      version: "v1.7.12",
      path: "cmd/actionlint",
    },
  },
  alertmanager: {
    name: "alertmanager",
    version: ALERTMANAGER,
    versionFlag: "--version",
    release: prometheusRelease("alertmanager", ALERTMANAGER, "alertmanager"),
    source: {
      ...alertmanagerPackage("cmd/alertmanager"),
      // Its module is published without the web pages that its releases have, and does not compile
      // without any.
      stubs: {
        "ui/app/dist/elm/index.html": STUB,
        "ui/app/dist/mantine/index.html": STUB,
      },
    },
  },
  loki: {
    ...lokiProgram(
      "loki",
      "proofs of alerts on logs, saved log queries and the trials of npm run verify",
    ),
    name: "loki",
    versionFlag: "--version",
  },
  lokitool: {
    ...lokiProgram("lokitool", "whether Loki takes rules and queries on logs"),
    name: "lokitool",
    versionFlag: "version",
  },
  prometheus: {
    name: "prometheus",
    version: PROMETHEUS,
    versionFlag: "--version",
    release: prometheusRelease("prometheus", PROMETHEUS, "prometheus"),
    source: prometheusPackage("cmd/prometheus"),
  },
};
