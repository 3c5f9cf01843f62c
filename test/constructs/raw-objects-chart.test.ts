import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, TerraformStack } from "cdktf";
import { parse } from "yaml";
import { RawObjectsChart } from "../../constructs/raw-objects/raw-objects-chart";

const SOURCE = join(__dirname, "../../constructs/raw-objects/chart");

let outdir = "";
beforeEach(() => {
  outdir = realpathSync(mkdtempSync(join(tmpdir(), "raw-objects-chart-")));
});
afterEach(() => {
  rmSync(outdir, { recursive: true });
});

const contentOf = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]);

function synthesise(): RawObjectsChart {
  const app = new App({ outdir });
  const chart = new RawObjectsChart(new TerraformStack(app, "stack"), "chart");
  app.synth();
  return chart;
}

it("copies the whole chart to a path that holds a hash of its content", () => {
  const { reference } = synthesise();
  expect(reference.path).toMatch(/^\.\/assets\/\w+\/[0-9A-F]{32}$/);
  expect(reference).not.toHaveProperty("repository");
  expect(contentOf(join(outdir, "stacks/stack", reference.path))).toEqual(
    contentOf(SOURCE),
  );
});

it("has the version that the chart says", () => {
  const chart = parse(readFileSync(join(SOURCE, "Chart.yaml"), "utf8")) as {
    readonly version: string;
  };
  expect(synthesise().reference.version).toBe(chart.version);
});

it("puts objects through no template of their own", () => {
  const template = readFileSync(join(SOURCE, "templates/objects.yaml"), "utf8");
  // An object's own text is full of {{ $labels }}, which belongs to Prometheus.
  expect(template).not.toMatch(/\btpl\b/);
  expect(template.match(/\{\{.*?\}\}/g)).toEqual([
    "{{- range .Values.objects }}",
    "{{ toYaml . }}",
    "{{- end }}",
  ]);
});
