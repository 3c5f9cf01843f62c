import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { services } from "../support/declared";
import { synthesised } from "../support/synthesise";

const ROOT = join(__dirname, "../../..");
const STACK = "stacks/production";

/** The section of a system's page, as it is committed. */
const sectionOf = (key: string): string =>
  /^## What the owner sets up\n(.*?)^## /ms.exec(
    readFileSync(join(ROOT, `docs/services/${key}.md`), "utf8"),
  )?.[1] ?? "";

/** What was synthesised for production. */
const read = (file: string): unknown =>
  synthesised({}, (outdir): unknown =>
    JSON.parse(readFileSync(join(outdir, STACK, "files", file), "utf8")),
  );

interface Endpoint {
  readonly port: string;
  readonly path: string;
  readonly authorization?: {
    readonly credentials: { readonly name: string; readonly key: string };
  };
}

interface Monitor {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly selector: {
      readonly matchLabels: Readonly<Record<string, string>>;
    };
    readonly namespaceSelector: { readonly matchNames: readonly string[] };
    readonly endpoints?: readonly Endpoint[];
    readonly podMetricsEndpoints?: readonly Endpoint[];
    readonly module: string;
    readonly prober: { readonly url: string };
    readonly targets: {
      readonly staticConfig: { readonly static: readonly string[] };
    };
  };
}

const objectsOf = (key: string, ...kinds: readonly string[]) =>
  (
    read(`values/${key}-monitoring.json`) as {
      readonly objects: readonly Monitor[];
    }
  ).objects.filter(({ kind }) => kinds.includes(kind));

const endpointOf = ({ spec }: Monitor): Endpoint | undefined =>
  (spec.endpoints ?? spec.podMetricsEndpoints)?.[0];

const matchesOf = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, ...groups]) => groups.join(" ")).sort();

const required = read("outputs/required_secrets.json") as readonly {
  readonly namespace: string;
  readonly name: string;
  readonly keys: readonly string[];
  readonly usedBy: readonly string[];
}[];

/** Names of the releases and monitors of a system, as required Secrets name who reads them. */
const readersOf = (key: string): readonly string[] => [
  ...objectsOf(key, "ServiceMonitor", "PodMonitor").map(
    ({ metadata }) => `monitor ${metadata.name}`,
  ),
  ...(services.find((service) => service.key === key)?.exporters ?? []).map(
    ({ name }) => name,
  ),
];

describe.each(services)("what the owner of $displayName sets up", ({ key }) => {
  const section = sectionOf(key);

  it("creates the Secrets that its monitors and exporters read, with their keys", () => {
    const readers = readersOf(key);
    expect(
      matchesOf(
        section,
        /--namespace (\S+) create secret generic (\S+) --from-literal=([\w.-]+)=/g,
      ),
    ).toEqual(
      required
        .filter(({ usedBy }) => usedBy.some((one) => readers.includes(one)))
        .flatMap(({ namespace, name, keys }) =>
          keys.map((one) => [namespace, name, one].join(" ")),
        )
        .sort(),
    );
  });

  it("gives Services and pods the labels and ports that its monitors select", () => {
    const monitors = objectsOf(key, "ServiceMonitor", "PodMonitor");
    const selected = monitors.map((monitor) =>
      [
        monitor.spec.namespaceSelector.matchNames.join(),
        monitor.kind === "PodMonitor" ? "pods" : "services",
        Object.entries(monitor.spec.selector.matchLabels)
          .map(([label, value]) => `${label}=${value}`)
          .join(","),
        endpointOf(monitor)?.port,
      ].join(" "),
    );
    expect(
      matchesOf(
        section,
        /--namespace (\S+) get (services|pods) --selector (\S+) --output jsonpath='\{\.\.ports\[\?\(@\.name=="([^"]+)"\)\]\}'/g,
      ),
    ).toEqual(selected.sort());
    const rows = matchesOf(
      section,
      /^\| `([^`]+)` +\| \w+ of `[^`]+` +\| `([^`]+)` +\| `([^`]+)` +\| \d+ +\| `([^`]+)` +\|$/gm,
    );
    expect(rows).toEqual(
      monitors
        .map((monitor) =>
          [
            monitor.metadata.name,
            Object.entries(monitor.spec.selector.matchLabels)
              .map(([label, value]) => `${label}=${value}`)
              .join(","),
            endpointOf(monitor)?.port,
            endpointOf(monitor)?.path,
          ].join(" "),
        )
        .sort(),
    );
  });

  it("asks the addresses that its probes ask, with their modules", () => {
    expect(
      matchesOf(section, /--data module=(\S+) --data-urlencode target=(\S+)/g),
    ).toEqual(
      objectsOf(key, "Probe")
        .map(({ spec }) =>
          [spec.module, spec.targets.staticConfig.static.join()].join(" "),
        )
        .sort(),
    );
  });

  it("applies every file that is written for it, and no other", () => {
    const written = synthesised({}, (outdir) =>
      readdirSync(join(outdir, STACK, "files/workloads")),
    ).filter(
      (file) =>
        file.replace(
          /-(?:collection-jobs|network-policies|probes|tracing)\.json$/,
          "",
        ) === key,
    );
    expect(
      [
        ...new Set(
          matchesOf(
            section,
            /cdktf\.out\/stacks\/production\/files\/workloads\/(\S+\.json)/g,
          ),
        ),
      ].sort(),
    ).toEqual(written.sort());
  });

  it("has commands that a shell can read", () => {
    for (const [, commands = ""] of section.matchAll(/```sh\n(.*?)\n```/gs)) {
      expect(() =>
        execFileSync("sh", ["-n"], { input: commands }),
      ).not.toThrow();
    }
  });

  it("sends traces by the variables of its ConfigMaps", () => {
    const file = `workloads/${key}-tracing.json`;
    if (
      !synthesised({}, (outdir) =>
        existsSync(join(outdir, STACK, "files", file)),
      )
    ) {
      return;
    }
    const settings = read(file) as readonly {
      readonly configMap: { readonly data: Readonly<Record<string, string>> };
    }[];
    expect(matchesOf(section, /^export (\w+)='?([^'\n]*)'?$/gm)).toEqual(
      settings
        .flatMap(({ configMap }) =>
          Object.entries(configMap.data).map((pair) => pair.join(" ")),
        )
        .sort(),
    );
  });
});

it("pushes to the address that the rendered jobs are given", () => {
  const { items } = read("workloads/cqvr-collection-jobs.json") as {
    readonly items: readonly unknown[];
  };
  const given = /"PUSHGATEWAY_URL","value":"([^"]+)"/.exec(
    JSON.stringify(items),
  )?.[1];
  expect(given).toMatch(/^http/);
  expect(sectionOf("cqvr")).toContain(`@- ${given ?? ""} <<METRICS\n`);
  expect(sectionOf("obsidian")).toMatch(
    new RegExp(
      `@- ${(given ?? "").replace(/job\/.*/, "")}job/"\\$JOB"/system/obsidian/scanner/\\w+ <<METRICS\n`,
    ),
  );
});
