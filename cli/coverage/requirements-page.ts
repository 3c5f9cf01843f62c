import { markdownTable } from "../../model/markdown-table";
import { withWritten } from "../written-part";
import type { Coverage } from "./coverage";
import { KINDS, declaredFor, isAnything } from "./declared-counts";
import type { Declared } from "./declared-counts";
import { differencesOf } from "./differences";
import type { Expectation } from "./differences";
import { prefixOf, waitsFor } from "./requirement";
import type { Awaited, Requirement } from "./requirement";

/** What the page is written from. */
export interface PageSources extends Declared {
  readonly catalogue: readonly Requirement[];
  readonly coverage: Coverage;
  readonly awaited: readonly Awaited[];
  readonly expected: readonly Expectation[];
  readonly together: readonly Expectation[];
}

/**
 * The page with its tables as the declarations have them. @throws Error when the page has no place
 * for them.
 */
export const withRequirements = (page: string, sources: PageSources): string =>
  withWritten(
    page,
    [
      "## Declared and expected",
      countsTable(sources),
      "## Differences",
      differencesTable(sources),
      "## Requirements that are met",
      metTable(sources),
    ].join("\n\n"),
  );

/** A number alone is the expected one; otherwise both. */
function countsTable(sources: PageSources): string {
  const { expected, together } = sources;
  const rows = [...expected, ...together].flatMap(
    ({ system, prefixes, expected: wanted }) => {
      const declared = declaredFor(prefixes, sources);
      return isAnything(declared)
        ? [
            [
              system,
              ...KINDS.map((kind) =>
                declared[kind] === wanted[kind]
                  ? String(wanted[kind])
                  : `${String(declared[kind])} of ${String(wanted[kind])}`,
              ),
            ],
          ]
        : [];
    },
  );
  return markdownTable(["System", ...KINDS], rows);
}

const differencesTable = (sources: PageSources): string =>
  markdownTable(
    ["System", "Of", "Expected", "Declared", "Because"],
    differencesOf(sources.expected, sources).map(
      ({ system, kind, expected: wanted, declared, because }) => [
        system,
        kind,
        String(wanted),
        String(declared),
        because ?? "**not explained**",
      ],
    ),
  );

/** IDs that are named of a long list. */
const SHOWN = 8;

/** By the first letters of the ID, and what the rest waits for. */
function metTable({ catalogue, coverage, awaited }: PageSources): string {
  const groups = [...new Set(catalogue.map(({ id }) => prefixOf(id)))];
  return markdownTable(
    ["IDs", "Requirements", "Met", "The rest waits for"],
    groups.map((group) => {
      const requirements = catalogue.filter(({ id }) => prefixOf(id) === group);
      const open = requirements.filter(({ id }) => !coverage.has(id));
      const reasons = new Set(open.map(({ id }) => waitsFor(awaited, id)));
      return [
        `${group}-`,
        String(requirements.length),
        String(requirements.length - open.length),
        open.length === 0
          ? ""
          : `${[...reasons].join("; ")} (${open
              .map(({ id }) => id)
              .slice(0, SHOWN)
              .join(", ")}${open.length > SHOWN ? ", …" : ""})`,
      ];
    }),
  );
}
