import type { Coverage } from "./coverage";
import { waitsFor } from "./requirement";
import type { Awaited, Requirement } from "./requirement";

/** `CV-D1.3` → system `CV`, kind `D`; `GEN-13` → kind `-`. */
const groupOf = (id: string): string => {
  const [, system = id, kind = ""] = /^([A-Z]+)-([A-Z]*)/.exec(id) ?? [];
  return `${system} ${kind}`;
};

/** How much is met and what the rest waits for, by system and kind. */
export function coverageTable(
  catalogue: readonly Requirement[],
  coverage: Coverage,
  awaited: readonly Awaited[],
): string {
  const groups = new Map<string, Requirement[]>();
  for (const requirement of catalogue) {
    const group = groupOf(requirement.id);
    groups.set(group, [...(groups.get(group) ?? []), requirement]);
  }
  const lines = [...groups].map(([group, requirements]) => {
    const open = requirements.filter(({ id }) => !coverage.has(id));
    const reasons = new Set(open.map(({ id }) => waitsFor(awaited, id)));
    const met = requirements.length - open.length;
    return `${group.padEnd(12)}${`${String(met)}/${String(requirements.length)}`.padStart(9)}  ${
      open.length === 0
        ? ""
        : `open ${open
            .map(({ id }) => id)
            .slice(0, 6)
            .join(
              " ",
            )}${open.length > 6 ? " …" : ""}: ${[...reasons].join("; ")}`
    }`;
  });
  return ["system kind     met/all", ...lines].join("\n");
}
