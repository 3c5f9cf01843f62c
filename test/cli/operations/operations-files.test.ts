import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { newChecklist, withChecklist } from "../../../cli/operations/checklist";
import { withIncidentLevels } from "../../../cli/operations/incident-levels";
import { incidentPolicy } from "../../../config/policy/incident-policy";
import { minutes } from "../../../model/duration";
import { CADENCES } from "../../../model/recurring-task";
import { PRIORITIES, PRIORITY_MATRIX } from "../../../model/notification-path";
import { services } from "../../support/declared";
import { goodService } from "../../support/services";

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

it.each(pages)("%s links to existing files", (name) => {
  const missing = [...textOf(name).matchAll(/\]\(([^)#]+)[^)]*\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !existsSync(join(dirname(join(FOLDER, name)), target)));
  expect(missing).toEqual([]);
});

it("names existing pages in every recurring task", () => {
  expect(
    services
      .flatMap(({ recurringTasks = [] }) =>
        recurringTasks.flatMap(({ page }) => page ?? []),
      )
      .filter((page) => !existsSync(join(DOCS, page.replace(/#.*/, "")))),
  ).toEqual([]);
});

it("lists the recurring tasks of one cadence, with links and the alert on neglect", () => {
  const page = withChecklist(newChecklist("weekly"), "weekly", [
    {
      ...goodService,
      recurringTasks: [
        {
          cadence: "weekly",
          task: "Count",
          how: "By hand.",
          alert: "ShopErrors",
          page: "reports.md#trying-one-by-hand",
        },
        { cadence: "daily", task: "Look", how: "There." },
      ],
    },
  ]);
  expect(page.split("\n").filter((line) => line.startsWith("- "))).toEqual([
    "- [ ] **Count.** By hand. More: [reports.md](../reports.md#trying-one-by-hand). If skipped, `ShopErrors` fires.",
  ]);
  for (const cadence of CADENCES) {
    expect(newChecklist(cadence)).toMatch(/^# [A-Z]\w+ly tasks\n/);
  }
});

describe("incidents", () => {
  const place =
    "<!-- Written by `npm run generate`. -->\n\n<!-- End of what is written. -->\n";

  it("have the response times of the priorities, and steps for each level", () => {
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

  it("have shorter response times where a system says so", () => {
    const page = withIncidentLevels(place, incidentPolicy, [
      {
        ...goodService,
        priorities: {
          P0: { ...PRIORITY_MATRIX.P0, response: minutes(7) },
          // As everywhere: nothing to say.
          P1: PRIORITY_MATRIX.P1,
        },
      },
    ]);
    expect(page).toMatch(
      /^\| \[Shop\]\(\.\.\/services\/shop\.md\) \| P0 +\| 5m +\| 7m +\| pager, chat, email \| always \|$/m,
    );
    expect(page.match(/\[Shop\]/g)).toHaveLength(1);
    expect(withIncidentLevels(place, incidentPolicy, [goodService])).toContain(
      "## Systems with other response times\n\nNone.\n",
    );
  });

  it("name no time that a level does not have", () => {
    const broken = {
      ...incidentPolicy,
      P2: { ...incidentPolicy.P2, steps: ["Answer within {acknowledge}."] },
    };
    expect(() => withIncidentLevels(place, broken, [])).toThrow(
      "there is no time {acknowledge}",
    );
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
