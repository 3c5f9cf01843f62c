import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { incidentPolicy } from "../../../config/policy/incident-policy";
import { PRIORITIES, PRIORITY_MATRIX } from "../../../model/notification-path";
import { services } from "../support/declared";

const DOCS = join(__dirname, "../../../docs");
const FOLDER = join(DOCS, "operations");

const textOf = (name: string): string =>
  readFileSync(join(FOLDER, name), "utf8");

it("has no file that nobody writes or links to", () => {
  const linked = [...textOf("README.md").matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(
    ([, target]) => target,
  );
  expect(
    readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.\w+$/.test(name) && name !== "README.md")
      .sort(),
  ).toEqual(linked.sort());
});

const pages = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".md"),
);

it.each(pages)("%s leads to files that there are", (name) => {
  const missing = [...textOf(name).matchAll(/\]\(([^)#]+)[^)]*\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !existsSync(join(dirname(join(FOLDER, name)), target)));
  expect(missing).toEqual([]);
});

it("names pages that there are in every recurring task", () => {
  expect(
    services
      .flatMap(({ recurringTasks = [] }) =>
        recurringTasks.flatMap(({ page }) => page ?? []),
      )
      .filter((page) => !existsSync(join(DOCS, page.replace(/#.*/, "")))),
  ).toEqual([]);
});

describe("incidents", () => {
  it("have the times of the priorities, and steps for each level", () => {
    const page = textOf("incidents.md");
    for (const priority of PRIORITIES) {
      const { acknowledge, response } = PRIORITY_MATRIX[priority];
      expect(page).toMatch(
        new RegExp(
          `^\\| ${priority}, ${incidentPolicy[priority].word} +\\|[^|]+\\| ${acknowledge?.toString() ?? "–"} +\\| ${response.toString()} +\\|`,
          "m",
        ),
      );
      expect(page).toMatch(new RegExp(`^### ${priority}\n\n1\\. `, "m"));
    }
    expect(page).not.toMatch(/[{}]/);
  });
});

describe("forms", () => {
  it("of a ticket ask for the times of an incident and tick its steps", () => {
    const form = textOf("templates/incident-ticket.md");
    for (const field of [
      "System",
      "Level",
      "Alert",
      "Began",
      "Noticed",
      "Acknowledged",
      "Mitigated",
      "Resolved",
    ]) {
      expect(form).toMatch(new RegExp(`^\\| ${field} +\\| <`, "m"));
    }
    const steps = form.match(/^- \[ \] /gm) ?? [];
    expect(steps.length).toBeGreaterThan(5);
    for (const heading of ["Impact", "Timeline", "Cause", "What follows"]) {
      expect(form).toContain(`\n## ${heading}\n`);
    }
  });

  it("of a notice have the beginning, the meantime and the end", () => {
    const notices = textOf("templates/stakeholder-notice.md").split(/^## /m);
    expect(notices.map((notice) => /^Subject: /m.test(notice))).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  it("of a retrospective ask what the monitoring did and what changes", () => {
    const form = textOf("templates/retrospective.md");
    for (const heading of [
      "What happened",
      "What made it possible",
      "The monitoring",
      "What changes",
    ]) {
      expect(form).toContain(`\n## ${heading}\n`);
    }
  });
});
