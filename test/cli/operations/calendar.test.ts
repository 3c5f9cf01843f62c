import ICAL from "ical.js";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CADENCE_DATES } from "../../../cli/operations/cadence-dates";
import { taskCalendar } from "../../../cli/operations/calendar";
import { contentLines, textValue } from "../../../cli/operations/icalendar";
import { CADENCES } from "../../../model/recurring-task";
import type { Cadence } from "../../../model/recurring-task";
import { wholeService } from "../../../model/whole-service";
import { goodService, goodTeam } from "../../support/services";
import { readCalendar, textOf, valueOf } from "./strict-icalendar";

const FOLDER = join(__dirname, "../../../docs/operations");
const ADDRESS = "https://example.com/operations";

const calendars = readdirSync(FOLDER).filter((name) => name.endsWith(".ics"));

const withTask = (cadence: Cadence, task: string, how: string) => ({
  ...goodService,
  recurringTasks: [{ cadence, task, how }],
});

const read = (text: string) => readCalendar(Buffer.from(text));

it.each(calendars)("%s is a calendar as RFC 5545 has it", (name) => {
  const { components } = readCalendar(readFileSync(join(FOLDER, name)));
  expect(components.length).toBeGreaterThanOrEqual(3);
  for (const event of components) {
    expect(valueOf(event, "UID")).toMatch(/^[a-z]+\.[a-z]+@monitoring-stack$/);
    expect(valueOf(event, "RRULE")).toMatch(/^FREQ=/);
  }
});

it("has an event for each cadence that there is something to do for", () => {
  const { components } = read(
    taskCalendar(withTask("monthly", "Count", "By hand."), ADDRESS),
  );
  expect(
    components.map(({ properties }) =>
      properties.map(([name, value]) => `${name}:${value}`),
    ),
  ).toEqual([
    [
      "UID:monthly.shop@monitoring-stack",
      "DTSTAMP:20261121T000000Z",
      "DTSTART:20261201T100000",
      "DURATION:PT120M",
      "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
      "SUMMARY:Shop: monthly tasks",
      `DESCRIPTION:[ ] Count: By hand.\\n${ADDRESS}/monthly.md`,
      `URL:${ADDRESS}/monthly.md`,
      "CATEGORIES:shop",
      "TRANSP:TRANSPARENT",
    ],
  ]);
});

it("says what was declared, whatever characters it has and however long it is", () => {
  const how = `Semicolons; commas, a \\ and "quotes": ${"ein schöner Tag – 日本語 🌧 ".repeat(20)}`;
  const text = taskCalendar(withTask("weekly", "Look", how), ADDRESS);
  const [event] = read(text).components;
  expect(event === undefined ? "" : textOf(valueOf(event, "DESCRIPTION"))).toBe(
    `[ ] Look: ${how}\n${ADDRESS}/weekly.md`,
  );
});

it("folds at 75 octets, and counts the space before what follows", () => {
  expect(contentLines([["A", "b".repeat(73)]])).toBe(`A:${"b".repeat(73)}\r\n`);
  expect(contentLines([["A", "b".repeat(74)]])).toBe(
    `A:${"b".repeat(73)}\r\n b\r\n`,
  );
  expect(contentLines([["A", "b".repeat(148)]])).toBe(
    `A:${"b".repeat(73)}\r\n ${"b".repeat(74)}\r\n b\r\n`,
  );
  // An umlaut has two octets: it does not fit where one is left.
  expect(contentLines([["A", `${"b".repeat(72)}ö`]])).toBe(
    `A:${"b".repeat(72)}\r\n ö\r\n`,
  );
});

it("protects what ends a text", () => {
  expect(textValue("a;b,c\\d\ne")).toBe("a\\;b\\,c\\\\d\\ne");
});

/** Days on which the event of a cadence comes back, as ical.js reads the calendar. */
function daysOf(cadence: Cadence, count: number): readonly string[] {
  const text = taskCalendar(withTask(cadence, "Look", "There."), ADDRESS);
  const event = ICAL.Component.fromString(text).getFirstSubcomponent("vevent");
  if (event === null) throw new Error("the calendar has no event");
  const times = new ICAL.Event(event).iterator();
  return Array.from({ length: count }, () =>
    times.next().toString().slice(0, 10),
  );
}

it.each(calendars)("%s says to another reader what it says to ours", (name) => {
  const file = readFileSync(join(FOLDER, name));
  const events = ICAL.Component.fromString(
    file.toString("utf8"),
  ).getAllSubcomponents("vevent");
  const { components } = readCalendar(file);
  expect(
    events.map((event) =>
      ["summary", "description", "url"].map((property) =>
        String(event.getFirstPropertyValue(property)),
      ),
    ),
  ).toEqual(
    components.map((event) => [
      textOf(valueOf(event, "SUMMARY")),
      textOf(valueOf(event, "DESCRIPTION")),
      valueOf(event, "URL"),
    ]),
  );
});

it.each<[Cadence, readonly string[]]>([
  [
    "daily",
    ["2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-07"],
  ],
  [
    "weekly",
    ["2026-12-07", "2026-12-14", "2026-12-21", "2026-12-28", "2027-01-04"],
  ],
  [
    "monthly",
    [
      "2026-12-01",
      "2027-01-01",
      "2027-02-01",
      "2027-03-01",
      "2027-04-01",
      "2027-05-03",
    ],
  ],
  [
    "quarterly",
    ["2027-01-12", "2027-04-13", "2027-07-13", "2027-10-12", "2028-01-11"],
  ],
])(
  "%s begins on a day of its own rule and returns when it says",
  (cadence, days) => {
    expect(daysOf(cadence, days.length)).toEqual(days);
  },
);

it("says on its page what the rules say", () => {
  const page = readFileSync(join(FOLDER, "README.md"), "utf8");
  for (const cadence of CADENCES) {
    expect(page).toMatch(
      new RegExp(
        `\\[${cadence}\\]\\(${cadence}\\.md\\) +\\| ${CADENCE_DATES[cadence].when}`,
      ),
    );
  }
});

describe("the reader of these tests refuses", () => {
  const good = taskCalendar(withTask("weekly", "Look", "There."), ADDRESS);
  it.each<[string, string | Buffer]>([
    ["lines that end with LF alone", good.replaceAll("\r\n", "\n")],
    ["a last line without an end", good.slice(0, -2)],
    [
      "a line that is too long",
      good.replace("SUMMARY:", `SUMMARY:${"a".repeat(70)}`),
    ],
    [
      "a character that was folded in its middle",
      Buffer.from(good.replace("SUMMARY:", "SUMMARY:ö\r\n ")).fill(
        0x61,
        good.indexOf("SUMMARY:") + 9,
        good.indexOf("SUMMARY:") + 10,
      ),
    ],
    ["no UID", good.replace(/UID:.*\r\n/, "")],
    ["no DTSTAMP", good.replace(/DTSTAMP:.*\r\n/, "")],
    ["a DTSTAMP that is not UTC", good.replace(/(DTSTAMP:.*)Z/, "$1")],
    ["no VERSION", good.replace("VERSION:2.0\r\n", "")],
    [
      "a day that there is not",
      good.replace("DTSTART:20261207", "DTSTART:20261307"),
    ],
    ["a comma in a text", good.replace("There.", "There, here.")],
    ["a rule without FREQ", good.replace("FREQ=WEEKLY;", "")],
    ["numbered days of a week", good.replace("BYDAY=MO", "BYDAY=2MO")],
    [
      "a part of a rule that there is not",
      good.replace("BYDAY=MO", "BYDAYS=MO"),
    ],
    ["a property that nobody knows", good.replace("SUMMARY:", "SUMMARIES:")],
    ["an event that does not end", good.replace("END:VEVENT\r\n", "")],
  ])("%s", (_, text) => {
    expect(() => readCalendar(Buffer.from(text))).toThrow();
  });
});

it("is dated by the first day of a task where the declaration has no date", () => {
  const service = wholeService({
    key: "shop",
    about: "Takes orders.",
    team: goodTeam,
    recurringTasks: [{ cadence: "monthly", task: "Count", how: "By hand." }],
  });
  const [event] = read(taskCalendar(service, ADDRESS)).components;
  const day = CADENCE_DATES.monthly.first.replaceAll("-", "");
  expect(event && valueOf(event, "DTSTAMP")).toBe(`${day}T000000Z`);
});
