import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import * as v from "valibot";
import { parse, stringify } from "yaml";
import type { Engine } from "../../../engines/engines";
import { searchEngine } from "../../../engines/find-engine";
import { thisMachine } from "../../../engines/machine";
import { fitsIn, texts } from "../../../input/json";
import type { Rule } from "../../../prometheus/rules/rule-group";
import { SYSTEM, badRate, numbers, totalRate } from "./load";

const run = promisify(execFile);

const VERSION = "0.16.0";

/**
 * Sloth, whose rules are measured beside ours. Nothing but this bench needs it, so it is found or
 * built when the bench runs, and not by `npm run tools`.
 * @see https://github.com/slok/sloth/releases
 */
export const SLOTH: Engine<"sloth"> = {
  name: "sloth",
  version: VERSION,
  versionFlag: "version",
  release: {
    folder: `slok/sloth/releases/download/v${VERSION}`,
    checksums: "checksums.txt",
    archive: ({ os, arch }) => `sloth-${os}-${arch}`,
    member: ({ os, arch }) => `sloth-${os}-${arch}`,
  },
  source: {
    kind: "module",
    module: "github.com/slok/sloth",
    version: `v${VERSION}`,
    path: "cmd/sloth",
  },
};

/** The path of Sloth. @throws Error that names it where it can neither be found nor installed */
export const findSloth = (): Promise<string> =>
  searchEngine(SLOTH, thisMachine());

/**
 * The SLOs of the bench as its users write them for Sloth: 99.9 % over 30 days, its default.
 * @see https://sloth.dev/specs/default/
 */
export const slothSpec = (slos: number): string =>
  stringify({
    version: "prometheus/v1",
    service: SYSTEM,
    slos: numbers(slos).map((slo) => ({
      name: `slo-${String(slo)}`,
      objective: 99.9,
      description: "It works.",
      sli: {
        events: {
          error_query: badRate(slo, "{{.window}}"),
          total_query: totalRate(slo, "{{.window}}"),
        },
      },
      alerting: { name: `ErrorBudgetBurn${String(slo)}` },
    })),
  });

/** The rules that Sloth makes of {@link slothSpec}. @throws Error with what Sloth says */
export async function slothRules(
  sloth: string,
  slos: number,
): Promise<readonly Rule[]> {
  const folder = await mkdtemp(join(tmpdir(), "monitoring-stack-sloth-"));
  try {
    const spec = join(folder, "spec.yml");
    const generated = join(folder, "rules.yml");
    await writeFile(spec, slothSpec(slos));
    await run(sloth, ["generate", "--no-log", "-i", spec, "-o", generated]);
    return readRules(await readFile(generated, "utf8"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const Labels = v.optional(texts, {});

const File = v.object({
  groups: v.array(
    v.object({
      rules: v.array(
        v.union([
          v.object({
            record: v.string(),
            expr: v.string(),
            labels: Labels,
          }),
          v.object({
            alert: v.string(),
            expr: v.string(),
            for: v.optional(v.string(), "0s"),
            labels: Labels,
            annotations: Labels,
          }),
        ]),
      ),
    }),
  ),
});

/** The rules of a rule file, in their order. @throws InputError where it has another form */
export const readRules = (text: string): readonly Rule[] =>
  fitsIn(File, parse(text), "rules of Sloth").groups.flatMap(
    ({ rules }) => rules,
  );
