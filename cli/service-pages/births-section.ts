import { exampleValues } from "../../model/label-values";
import { birthOf } from "../../model/metric";
import type { Counter } from "../../model/metric";
import type { Service } from "../../model/service";

/**
 * The counters that the application creates at 0 when it starts, with a line of code for each:
 * without them the first event of each series is never counted.
 */
export function birthsSection({ metrics }: Service): readonly string[] {
  const counters = Object.entries(metrics).flatMap(([name, metric]) =>
    metric.type === "counter" &&
    (metric.source ?? "application") === "application" &&
    Object.keys(metric.labels ?? {}).length > 0 &&
    birthOf(metric) === "at-start"
      ? [[name, metric] as const]
      : [],
  );
  if (counters.length === 0) return [];
  return [
    "### Series to create at start",
    "A counter with labels has no series before its first event, and `increase` counts from the first sample. So the application creates each of these at 0 when it starts: with prom-client for Node.js",
    fenced("js", counters.flatMap(nodeLines)),
    "or with prometheus_client for Python",
    fenced("python", counters.flatMap(pythonLines)),
  ];
}

const fenced = (language: string, lines: readonly string[]): string =>
  `\`\`\`${language}\n${lines.join("\n")}\n\`\`\``;

const nodeLines = ([name, counter]: readonly [
  string,
  Counter,
]): readonly string[] => {
  const { opening, closing, indent, labels } = loops(counter, {
    open: (label, values, indent) => {
      const line = `${indent}for (const ${label} of [${values.join(", ")}]) {`;
      // As Prettier writes it, which formats code in pages too.
      return line.length <= 80
        ? line
        : `${indent}for (const ${label} of [\n${values.map((value) => `${indent}  ${value},\n`).join("")}${indent}]) {`;
    },
    close: "}",
  });
  return [
    ...opening,
    `${indent}${camelCase(name)}.inc({ ${labels.join(", ")} }, 0);`,
    ...closing,
  ];
};

const pythonLines = ([name, counter]: readonly [
  string,
  Counter,
]): readonly string[] => {
  const { opening, indent, labels } = loops(counter, {
    open: (label, values, indent) =>
      `${indent}for ${label} in [${values.join(", ")}]:`,
  });
  return [
    ...opening,
    `${indent}${name}.labels(${labels.map((label) => `${label}=${label}`).join(", ")})`,
  ];
};

/** A loop over the values of each label. */
function loops(
  { labels = {} }: Counter,
  write: {
    readonly open: (
      label: string,
      values: readonly string[],
      indent: string,
    ) => string;
    /** @default a block ends with its indent */
    readonly close?: string;
  },
) {
  const names = Object.keys(labels);
  const indents = names.map((_, depth) => "  ".repeat(depth));
  return {
    labels: names,
    indent: "  ".repeat(names.length),
    opening: Object.entries(labels).map(([label, known], depth) =>
      write.open(
        label,
        exampleValues(known).map((value) => JSON.stringify(value)),
        indents[depth] ?? "",
      ),
    ),
    closing: [...indents]
      .reverse()
      .flatMap((indent) =>
        write.close === undefined ? [] : [`${indent}${write.close}`],
      ),
  };
}

const camelCase = (name: string): string =>
  name
    .replace(/_total$/, "")
    .replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
