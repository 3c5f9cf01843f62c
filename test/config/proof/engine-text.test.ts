import { showSubject } from "../../../cli/proof/show";
import { production } from "../../../config/environments/production";
import { findEngine } from "../../../engines/find-engine";
import { readJunit } from "../../../proof/junit";
import { proofSubjects } from "../../../proof/proof-subjects";
import { lookbackSeconds } from "../../../proof/lookback";
import { timeline } from "../../../proof/timeline";
import { services } from "../support/declared";

it("reads promtool's report", () => {
  expect(
    readJunit(
      '<testsuites><testsuite name="a" tests="2"><testcase name="good"></testcase><testcase name="b &amp; &#34;c&#34;"><failure>got: &lt;nil&gt;&#xA;x</failure><failure>y</failure></testcase></testsuite><testsuite name="b" tests="0"></testsuite></testsuites>',
    ),
  ).toEqual([
    {
      cases: [
        { name: "good", failures: [] },
        { name: 'b & "c"', failures: ["got: <nil>\nx", "y"] },
      ],
    },
    { cases: [] },
  ]);
  expect(readJunit("")).toEqual([]);
});

it("reads what stands in a comment or a section as XML does", () => {
  expect(
    readJunit(
      '<testsuites><!-- <testsuite name="no"></testsuite> --><testsuite name="a"><testcase name="b"><failure><![CDATA[a < b]]></failure></testcase></testsuite></testsuites>',
    ),
  ).toEqual([{ cases: [{ name: "b", failures: ["a < b"] }] }]);
});

it.each([
  ["half of a report", '<testsuites><testsuite name="a"><testcase name="b">'],
  [
    "another ending",
    '<testsuites><testsuite name="a"></testcase></testsuites>',
  ],
  ["plain text", "panic: runtime error"],
  [
    "an entity that there is not",
    '<testsuites><testsuite name="a">&nope;</testsuite></testsuites>',
  ],
])("has no suites of %s", (_, text) => {
  expect(readJunit(text)).toEqual([]);
});

it.each([
  ["x > 1", 300],
  ["rate(x[5m])", 600],
  ["last_over_time(x[1h:5m] offset 30m)", 300 + 3600 + 300 + 1800],
  ["rate(x[5m]) - y offset 1h", 300 + 3600],
  ["increase(x[1d]) > rate(x[5m])", 300 + 86_400],
])("knows how far %s looks back", (expr, seconds) => {
  expect(lookbackSeconds([{ record: "a:b:c", expr }])).toBe(seconds);
});

describe("a course", () => {
  const subject = proofSubjects(services, production, {
    everyMinute: false,
  }).find(({ id }) => id === "codeverify HighErrorRate");
  let promtool = "";
  beforeAll(
    async () => {
      promtool = await findEngine("promtool");
    },
    20 * 60 * 1000,
  );

  it("is what the engine says at each evaluation", async () => {
    const test = subject?.tests[0];
    if (subject === undefined || test === undefined) throw new Error("none");
    const course = await timeline(promtool, subject, test);
    expect(
      course.map(({ states }) => states.map((state) => state.split(" ")[0])),
    ).toEqual([[], ["pending"], ["firing"], []]);
    for (const [index, { from }] of course.entries()) {
      expect(from).toBe(index === 0 ? 0 : (course[index - 1]?.to ?? 0) + 60);
    }
  });

  it("is text that a person can follow", async () => {
    if (subject === undefined) throw new Error("none");
    const text = await showSubject(promtool, subject);
    expect(text).toContain(
      "codeverify:http_error:ratio_rate5m > 0.05 and codeverify:http_requests:rate5m > 0.1\n  and avg_over_time(codeverify:http_errors:rate5m[5m]) * 300 >= 4.5\n  for 5m\n",
    );
    expect(text).toMatch(
      /\n {2}\d+m to \d+m +pending \{condition="api-errors"/,
    );
    expect(text).toMatch(
      /expected: not firing at \S+; firing at \S+: High API error rate; firing at \S+; not firing at/,
    );
  });
});
