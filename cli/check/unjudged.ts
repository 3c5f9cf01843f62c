import * as v from "valibot";
import { ENGINES } from "../../engines/engines";
import type { Engine } from "../../engines/engines";
import { needs } from "../../engines/needs";
import { readJsonFile } from "../../input/json";

const REPORT = v.object({
  testResults: v.array(
    v.object({
      assertionResults: v.array(
        v.object({
          status: v.string(),
          ancestorTitles: v.array(v.string()),
        }),
      ),
    }),
  ),
});

/** Tests that were skipped since an engine is missing. */
export interface Unjudged {
  readonly engine: Engine;
  /** At least 1. */
  readonly tests: number;
}

/** What jest skipped for want of an engine, from the file of its `--json` report; nothing where that is broken, which is a failure already. */
export function unjudged(reportPath: string): readonly Unjudged[] {
  const skipped = readReport(reportPath)
    .testResults.flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === "pending");
  return Object.values(ENGINES).flatMap((engine) => {
    const tests = skipped.filter(({ ancestorTitles }) =>
      ancestorTitles.includes(needs(engine)),
    ).length;
    return tests === 0 ? [] : [{ engine, tests }];
  });
}

/** What a person should know of it, beside the count of what was skipped. */
export const unjudgedLine = ({
  engine: { name, version, source },
  tests,
}: Unjudged): string =>
  `skipped: ${name} ${version} could not be had: ${String(tests)} tests that need it were not judged` +
  (source.kind === "release-only" ? ` (${source.cost})` : "");

function readReport(path: string): v.InferOutput<typeof REPORT> {
  try {
    return readJsonFile(REPORT, path);
  } catch {
    return { testResults: [] };
  }
}
