import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseAllDocuments } from "yaml";

/** The parts of an object that tests of rendered charts read. */
export interface RenderedObject {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly spec?: Readonly<Record<string, unknown>>;
}

/**
 * A Kubernetes that every chart accepts; a helm built from its module calls itself an older one.
 */
const KUBERNETES = "1.33.0";

const SOURCES =
  process.env["CHART_SOURCES"] ??
  path.resolve(__dirname, "../../../shared/chart-sources");

let notified = false;

/** Says once, loudly, what is left out. */
function tell(reason: string): void {
  if (!notified) {
    notified = true;
    process.stderr.write(
      `\nNOT CHECKED: what needs rendered charts, because ${reason}. Give a folder of chart sources in CHART_SOURCES and helm 3 on PATH, or in HELM.\n\n`,
    );
  }
}

/** The helm to render with, or `undefined` after a printed warning. */
export function helmProgram(): string | undefined {
  if (!existsSync(SOURCES)) {
    tell(`there is no ${SOURCES}`);
    return undefined;
  }
  const program = process.env["HELM"] ?? "helm";
  try {
    execFileSync(program, ["version", "--short"], { stdio: "pipe" });
    return program;
  } catch {
    tell(`${program} does not run`);
    return undefined;
  }
}

/**
 * The objects that a chart renders from values; `undefined`, after a printed warning, without helm
 * or the chart's source.
 *
 * @throws Error when the chart refuses the values
 */
export function renderedChart(
  release: string,
  chart: string,
  values: unknown,
  namespace = "monitoring",
): readonly RenderedObject[] | undefined {
  const program = helmProgram();
  if (program === undefined) return undefined;
  const source = path.join(SOURCES, chart);
  if (!existsSync(source)) {
    tell(`there is no ${source}`);
    return undefined;
  }
  const folder = mkdtempSync(path.join(tmpdir(), "rendered-chart-"));
  try {
    const file = path.join(folder, "values.json");
    writeFileSync(file, JSON.stringify(values));
    const text = execFileSync(
      program,
      [
        ...["template", release, source, "--namespace", namespace],
        ...["--kube-version", KUBERNETES, "--values", file],
      ],
      { encoding: "utf8", maxBuffer: 2 ** 27, stdio: "pipe", timeout: 60_000 },
    );
    return parseAllDocuments(text)
      .map((document) => document.toJS() as RenderedObject | null)
      .filter((object) => object !== null);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A pod as a workload makes it. */
export interface RenderedPod {
  readonly workload: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly spec: PodSpec;
}

export interface PodSpec extends Readonly<Record<string, unknown>> {
  readonly containers: readonly Container[];
  readonly initContainers?: readonly Container[];
}

export interface Container extends Readonly<Record<string, unknown>> {
  readonly name: string;
  readonly image: string;
  readonly ports?: readonly { readonly containerPort: number }[];
  readonly resources?: {
    readonly requests?: Readonly<Record<string, string>>;
    readonly limits?: Readonly<Record<string, string>>;
  };
}

interface PodTemplate {
  readonly metadata?: { readonly labels?: Readonly<Record<string, string>> };
  readonly spec: PodSpec;
}

const WORKLOADS = ["Deployment", "StatefulSet", "DaemonSet", "Job"];

/** The pods that rendered workloads make, in a release of the platform's namespace. */
export const podsOf = (
  objects: readonly RenderedObject[],
): readonly RenderedPod[] =>
  objects
    .filter(({ kind }) => WORKLOADS.includes(kind) || kind === "CronJob")
    .map(({ kind, metadata, spec }) => {
      const template = templateOf(kind, spec ?? {});
      return {
        workload: metadata.name,
        namespace: metadata.namespace ?? "monitoring",
        labels: template.metadata?.labels ?? {},
        spec: template.spec,
      };
    });

function templateOf(
  kind: string,
  spec: Readonly<Record<string, unknown>>,
): PodTemplate {
  if (kind !== "CronJob") return spec["template"] as PodTemplate;
  const job = spec["jobTemplate"] as {
    readonly spec: { readonly template: PodTemplate };
  };
  return job.spec.template;
}

/** Every container of a pod, those that only prepare it too. */
export const containersOf = ({
  spec,
}: Pick<RenderedPod, "spec">): readonly Container[] => [
  ...(spec.initContainers ?? []),
  ...spec.containers,
];
