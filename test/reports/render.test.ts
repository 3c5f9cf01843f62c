import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileMessage, summaryMessage } from "../../reports/build-message";
import type { SummaryDefinition } from "../../reports/definitions";
import type { Message } from "../../reports/message";
import { readAnswer } from "../../reports/read-answer";
import type { Sample } from "../../reports/read-answer";
import { definitions, summary } from "./definitions";
import { recorded } from "./recorded";
import { HOSTILE, INSTANT } from "./world";

const answersTo = ({
  sections,
}: SummaryDefinition): ReadonlyMap<string, readonly Sample[]> =>
  new Map(
    sections
      .flatMap(({ queries }) => queries)
      .map(({ expr, title }) => [expr, readAnswer(recorded(expr), title)]),
  );

const made = (name: "weekly" | "monthly"): Message =>
  summaryMessage(
    summary(name),
    definitions(),
    answersTo(summary(name)),
    INSTANT,
  );

describe.each(["weekly", "monthly"] as const)("the %s report", (name) => {
  it.each(["text", "html", "slack"] as const)(
    "equals the golden %s; UPDATE_GOLDEN=1 writes it again",
    (form) => {
      const suffix = { text: "md", html: "html", slack: "slack.txt" }[form];
      const file = join(__dirname, `../golden/report-${name}.${suffix}`);
      const text = made(name)[form];
      if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(file, text);
      expect(existsSync(file) ? readFileSync(file, "utf8") : "").toBe(text);
    },
  );
});

it("marks missing numbers and NaN", () => {
  const { text } = made("weekly");
  expect(text).toMatch(/^\| Remediation actions \(7 d\) +\| no data +\|$/m);
  expect(made("monthly").text).toMatch(
    /^\| Uptime \(30 d\) +\| not defined +\|$/m,
  );
  expect(made("monthly").text).toMatch(/\| dashboard +\| minus infinite +\|/);
  expect(`${text}${made("monthly").text}`).not.toMatch(/NaN|Infinity|∞/);
});

it("escapes foreign names in every format", () => {
  const { text, html, slack } = made("weekly");
  const line = text.split("\n").find((row) => row.includes("script")) ?? "";
  // One row of two cells, though the name has a bar of its own.
  expect(line.replaceAll("\\|", "").match(/\|/g)).toHaveLength(3);
  expect(line).toContain(
    `\\<script\\>alert("1")\\</script\\>\\|\\*\\_x\\_\\*\\&amp;'\\<!channel\\>`,
  );
  expect(html).not.toContain("<script");
  expect(html).toContain(
    "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;|*_x_*&amp;amp;&#39;&lt;!channel&gt;",
  );
  const figure = { ...summary("weekly") };
  const shouting = summaryMessage(
    {
      ...figure,
      title: HOSTILE,
      sections: [
        {
          title: "",
          notes: [],
          queries: [{ title: "<!here>", expr: "7", unit: "short" }],
        },
      ],
    },
    definitions(),
    new Map([["7", [{ labels: {}, value: 7 }]]]),
    INSTANT,
  );
  expect(slack).not.toContain("<!");
  expect(shouting.slack).not.toContain("<!");
  expect(shouting.slack).toContain("• &lt;!here&gt;: 7");
});

it("has no external link, image or style except the link to Grafana", () => {
  const { html } = made("monthly");
  expect(html.match(/(href|src)="[^"]*"/g)).toEqual([
    'href="https://grafana.monitoring.example.com"',
  ]);
});

it("refuses several numbers where one is expected", () => {
  const [section] = summary("weekly").sections;
  const [query] = section?.queries ?? [];
  if (section === undefined || query === undefined) throw new Error("no query");
  const several = readAnswer(recorded("slo:compliance:ratio"), query.title);
  expect(several.length).toBeGreaterThan(1);
  expect(() =>
    summaryMessage(
      { ...summary("weekly"), sections: [{ ...section, queries: [query] }] },
      definitions(),
      new Map([[query.expr, several]]),
      INSTANT,
    ),
  ).toThrow(
    `"${query.title}" should be one number, but the result has ${String(several.length)}; aggregate`,
  );
});

it("refuses two numbers with the same labels", () => {
  const query = {
    title: "Budget",
    expr: "b",
    unit: "percentunit",
    by: ["system"],
  } as const;
  expect(() =>
    summaryMessage(
      {
        ...summary("weekly"),
        sections: [{ title: "S", notes: [], queries: [query] }],
      },
      definitions(),
      new Map([
        [
          "b",
          readAnswer(recorded("slo:error_budget_remaining_min:ratio"), "B"),
        ],
      ]),
      INSTANT,
    ),
  ).toThrow('the answer to "Budget" has several numbers for the same system');
});

describe("a report that another program has written", () => {
  const file = {
    kind: "file",
    title: "CQVR quality report",
    file: "/artifacts/REPORT.md",
    recipients: ["a@example.com"],
  } as const;

  it("is sent unchanged, and as an attachment", () => {
    const message = fileMessage(
      file,
      definitions(),
      "# Score 78 <b>\n",
      INSTANT,
    );
    expect(message).toMatchObject({
      subject: "CQVR quality report, production, 2026-12-01",
      recipients: ["a@example.com"],
      text: "# Score 78 <b>\n",
      attachment: { name: "REPORT.md", content: "# Score 78 <b>\n" },
    });
    expect(message.html).toContain("# Score 78 &lt;b&gt;");
  });

  it("is not sent if it is empty", () => {
    expect(() => fileMessage(file, definitions(), " \n", INSTANT)).toThrow(
      "/artifacts/REPORT.md is empty; read the log of the container that writes it",
    );
  });
});
