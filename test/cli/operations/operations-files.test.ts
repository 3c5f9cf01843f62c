import { newChecklist, withChecklist } from "../../../cli/operations/checklist";
import { withIncidentLevels } from "../../../cli/operations/incident-levels";
import type { IncidentPolicy } from "../../../model/incident-policy";
import { minutes } from "../../../model/duration";
import { CADENCES } from "../../../model/recurring-task";
import { PRIORITY_MATRIX } from "../../../model/notification-path";
import { goodService } from "../../support/services";

const level = {
  word: "level",
  means: "something is wrong",
  escalation: "none",
  steps: ["Act within {response}."],
};
const incidentPolicy: IncidentPolicy = {
  P0: { ...level, steps: ["Acknowledge within {acknowledge}."] },
  P1: level,
  P2: level,
  P3: level,
};

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

  it("are met sooner where a system says so", () => {
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
