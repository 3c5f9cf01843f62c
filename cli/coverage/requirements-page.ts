import { markdownTable } from "../../model/markdown-table";
import type { ServiceDeclaration } from "../../model/service";
import {
  KINDS,
  declaredFor,
  isAnything,
} from "../../config/requirements/declared-counts";
import { differencesOf } from "../../config/requirements/differences";
import type { Expectation } from "../../config/requirements/expected-counts";
import type { Coverage, Requirement } from "../../config/requirements/coverage";
import { withWritten } from "../written-part";

/** What the page is written from. */
export interface PageSources {
  readonly services: readonly ServiceDeclaration[];
  readonly catalogue: readonly Requirement[];
  readonly coverage: Coverage;
  readonly awaited: readonly {
    readonly ids: RegExp;
    readonly waitsFor: string;
  }[];
  readonly expected: readonly Expectation[];
  readonly together: readonly Omit<Expectation, "because">[];
}

/** The page with its tables as the declarations have them. @throws Error when the page has no place for them. */
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
function countsTable({ services, expected, together }: PageSources): string {
  const rows = [...expected, ...together].flatMap(
    ({ system, prefixes, expected: wanted }) => {
      const declared = declaredFor(prefixes, services);
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

const differencesTable = ({ services, expected }: PageSources): string =>
  markdownTable(
    ["System", "Of", "Expected", "Declared", "Because"],
    differencesOf(expected, services).map(
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
  const groupOf = (id: string): string => id.replace(/-.*/, "");
  const groups = [...new Set(catalogue.map(({ id }) => groupOf(id)))];
  return markdownTable(
    ["IDs", "Requirements", "Met", "The rest waits for"],
    groups.map((group) => {
      const requirements = catalogue.filter(({ id }) => groupOf(id) === group);
      const open = requirements.filter(({ id }) => !coverage.has(id));
      const reasons = new Set(
        open.map(
          ({ id }) =>
            awaited.find(({ ids }) => ids.test(id))?.waitsFor ??
            "nothing: it is missing",
        ),
      );
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
