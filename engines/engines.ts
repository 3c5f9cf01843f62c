/** A program that judges what this project generates. */
export type EngineName =
  | "promtool"
  | "amtool"
  | "actionlint"
  | "alertmanager"
  | "loki"
  | "lokitool"
  | "prometheus";

/** A machine an engine is released for, in the words of Go: `linux` and `amd64`. */
export interface Platform {
  readonly os: string;
  readonly arch: string;
}

/** Where a project publishes its programs, and the file of SHA-256 sums it publishes beside them. */
export interface Release {
  /** Path of the folder below the releases' address: `prometheus/prometheus/releases/download/v3.15.0`. */
  readonly folder: string;
  /** File that holds one `<sha256>  <file>` line per archive. */
  readonly checksums: string;
  /** Name of the archive for a platform; one that ends in `.zip` is a zip archive, any other a compressed tar. */
  readonly archive: (platform: Platform) => string;
  /** Path of the program inside that archive. */
  readonly member: (platform: Platform) => string;
}

/** The Go package a program is built from where its release cannot be had. */
export interface GoPackage {
  /** Path of the module: `github.com/prometheus/prometheus`. */
  readonly module: string;
  /** Version of the module, which need not look like that of the release: `v0.315.0`. */
  readonly version: string;
  /** Path of the program's package inside the module. */
  readonly path: string;
  /**
   * Modules that it replaces by others, `github.com/a/b` → `github.com/c/b@v1.2.3`. Go follows such lines in the main module only,
   * so a build of the package in a module of its own has to repeat them.
   * @default none
   * @see https://go.dev/ref/mod#go-mod-file-replace
   */
  readonly replaces?: Readonly<Record<string, string>>;
}

/** One pinned engine. A newer one found on the machine is taken too, an older one never. */
export interface Engine {
  readonly name: EngineName;
  /** The release this project is checked with, without a leading `v`. */
  readonly version: string;
  /** The argument that makes the program tell its version: a flag, or a command. */
  readonly versionFlag: string;
  readonly release: Release;
  readonly source: GoPackage;
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

const LOKI = "3.7.8";

/** Loki's programs: a zip archive for each, all of one module. */
const lokiProgram = (
  name: "loki" | "lokitool",
): Pick<Engine, "version" | "release" | "source"> => ({
  version: LOKI,
  release: {
    folder: `grafana/loki/releases/download/v${LOKI}`,
    checksums: "SHA256SUMS",
    archive: ({ os, arch }) => `${name}-${os}-${arch}.zip`,
    member: ({ os, arch }) => `${name}-${os}-${arch}`,
  },
  source: {
    module: "github.com/grafana/loki/v3",
    version: `v${LOKI}`,
    path: `cmd/${name}`,
    // Those lines of its go.mod without which it does not compile in another module.
    replaces: {
      "github.com/hashicorp/memberlist":
        "github.com/grafana/memberlist@v0.3.1-0.20251126142931-6f9f62ab6f86",
      "github.com/gocql/gocql":
        "github.com/grafana/gocql@v0.0.0-20200605141915-ba5dc39ece85",
      "github.com/Azure/azure-storage-blob-go":
        "github.com/MasslessParticle/azure-storage-blob-go@v0.14.1-0.20240322194317-344980fda573",
      "github.com/influxdata/go-syslog/v3":
        "github.com/leodido/go-syslog/v4@v4.3.0",
      "github.com/thanos-io/objstore":
        "github.com/grafana/objstore@v0.0.0-20250728171719-b5d3b766d1b0",
    },
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
    version: "3.15.0",
    versionFlag: "--version",
    release: prometheusRelease("prometheus", "3.15.0", "promtool"),
    source: {
      module: "github.com/prometheus/prometheus",
      version: "v0.315.0",
      path: "cmd/promtool",
    },
  },
  amtool: {
    name: "amtool",
    version: "0.34.2",
    versionFlag: "--version",
    release: prometheusRelease("alertmanager", "0.34.2", "amtool"),
    source: {
      module: "github.com/prometheus/alertmanager",
      version: "v0.34.2",
      path: "cmd/amtool",
    },
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
      module: "github.com/rhysd/actionlint",
      version: "v1.7.12",
      path: "cmd/actionlint",
    },
  },
  alertmanager: {
    name: "alertmanager",
    // The modules of later releases lack the web pages, without which it does not compile.
    version: "0.31.1",
    versionFlag: "--version",
    release: prometheusRelease("alertmanager", "0.31.1", "alertmanager"),
    source: {
      module: "github.com/prometheus/alertmanager",
      version: "v0.31.1",
      path: "cmd/alertmanager",
    },
  },
  loki: {
    ...lokiProgram("loki"),
    name: "loki",
    versionFlag: "--version",
  },
  lokitool: {
    ...lokiProgram("lokitool"),
    name: "lokitool",
    versionFlag: "version",
  },
  prometheus: {
    name: "prometheus",
    version: "3.15.0",
    versionFlag: "--version",
    release: prometheusRelease("prometheus", "3.15.0", "prometheus"),
    source: {
      module: "github.com/prometheus/prometheus",
      version: "v0.315.0",
      path: "cmd/prometheus",
    },
  },
};
