import { checkLogPipelines } from "../../checks/check-log-pipelines";
import { hours, seconds } from "../../model/duration";
import type { LogPipeline } from "../../model/log-pipeline";
import { formatProblem } from "../../model/problem";
import { goodService } from "../support/services";

const check = (logs: LogPipeline): readonly string[] =>
  checkLogPipelines([{ ...goodService, logs }]).map(formatProblem);

const masking = (pattern: string): LogPipeline => ({
  masking: [{ name: "iban", pattern }],
});

it("finds nothing in a pipeline that uses everything", () => {
  expect(
    check({
      sources: [{ namespace: "shop" }, { namespace: "tills", apps: ["till"] }],
      labels: { level: "severity" },
      metadata: ["order_id"],
      masking: [
        {
          name: "iban",
          pattern: String.raw`(?i)(?:iban|account)[(\]]*\s(CH[0-9()]{19})`,
        },
        { name: "named", pattern: "tax (?P<number>[0-9]{9})" },
      ],
      dropped: [{ pattern: "GET /health", reason: "health_check" }],
      multiline: {
        firstLine: String.raw`^\d{4}-`,
        maxWait: seconds(1),
        maxLines: 500,
      },
    }),
  ).toEqual([]);
});

it.each<[string, LogPipeline, string]>([
  [
    "a label outside the list",
    { labels: { user_id: "userId" } as LogPipeline["labels"] & object },
    "services/shop logs.labels: not a label that a log stream may have, got user_id; allowed: system, namespace, app, pod, container, level, environment, cluster; put it under metadata: each value of a label is a stream of its own",
  ],
  [
    "a field that no label of Loki can be called",
    { metadata: ["order-id"] },
    "services/shop logs: the name of a field or a reason must be snake_case, got order-id; allowed: a-z, 0-9 and _, beginning with a letter; rename it",
  ],
  [
    "a first line that RE2 cannot read",
    { multiline: { firstLine: "^(?!\\s)" } },
    "services/shop logs.multiline.firstLine: the pattern is no valid RE2: invalid or unsupported Perl syntax: `(?!`, got ^(?!\\s); write it without: see https://github.com/google/re2/wiki/Syntax",
  ],
  [
    "a first line that every line is",
    { multiline: { firstLine: ".*" } },
    "services/shop logs.multiline.firstLine: the pattern matches nothing at all, and so every line, got .*; ask for at least one character",
  ],
  [
    "a wait of an hour for another line",
    { multiline: { firstLine: "^[0-9]", maxWait: hours(1) } },
    "services/shop logs.multiline.maxWait: waits too short or too long for another line, got 1h; allowed: 100ms to 1m; leave it out for 3s",
  ],
  [
    "entries of one line",
    { multiline: { firstLine: "^[0-9]", maxLines: 1 } },
    "services/shop logs.multiline.maxLines: an entry has several lines, and not any number of them, got 1; allowed: whole numbers from 2 to 1000; leave it out for 128",
  ],
  [
    "a look-ahead",
    masking("(?=CH)(CH.+)"),
    'services/shop logs masking "iban": the pattern is no valid RE2: invalid or unsupported Perl syntax: `(?=`, got (?=CH)(CH.+); write it without: see https://github.com/google/re2/wiki/Syntax',
  ],
  [
    "a back-reference",
    masking("(a)\\1"),
    'services/shop logs masking "iban": the pattern is no valid RE2: invalid escape sequence: `\\1`, got (a)\\1; write it without: see https://github.com/google/re2/wiki/Syntax',
  ],
  [
    "a possessive quantifier",
    masking("(a++)"),
    'services/shop logs masking "iban": the pattern is no valid RE2: invalid nested repetition operator: `++`, got (a++); write it without: see https://github.com/google/re2/wiki/Syntax',
  ],
  [
    "a pattern that matches every line",
    masking("(a*)"),
    'services/shop logs masking "iban": the pattern matches nothing at all, and so every line, got (a*); ask for at least one character',
  ],
  [
    "a pattern that captures nothing",
    masking("CH[(][0-9]{19}\\)"),
    'services/shop logs masking "iban": the pattern must capture what is masked, in one group, got 0 groups in CH[(][0-9]{19}\\); put parentheses around it, and ?: into the others',
  ],
  [
    "a pattern that captures twice",
    masking("(CH)([0-9]{19})"),
    'services/shop logs masking "iban": the pattern must capture what is masked, in one group, got 2 groups in (CH)([0-9]{19}); put parentheses around it, and ?: into the others',
  ],
  [
    "a name that is no kebab-case",
    { masking: [{ name: "IBAN", pattern: "(CH[0-9]{19})" }] },
    'services/shop logs masking "IBAN": name must be kebab-case, got IBAN; allowed: a-z, 0-9 and -, beginning with a letter; rename it',
  ],
  [
    "dropped lines by no valid RE2",
    { dropped: [{ pattern: "(", reason: "health" }] },
    'services/shop logs dropped "health": the pattern is no valid RE2: missing closing ): `(`, got (; write it without: see https://github.com/google/re2/wiki/Syntax',
  ],
  [
    "a source without apps",
    { sources: [{ namespace: "shop", apps: [] }] },
    "services/shop logs.sources: names no app of namespace shop: nothing is collected; name apps, or leave the key away for every pod",
  ],
])("finds %s", (_, logs, problem) => {
  expect(check(logs)).toEqual([problem]);
});

it("finds two systems that claim the same pods", () => {
  const other = { ...goodService, key: "till" };
  expect(checkLogPipelines([goodService, other]).map(formatProblem)).toEqual([
    "services/shop and services/till: both claim the logs of namespace shop; give one of them logs.sources with its apps",
  ]);
  const logs = { sources: [{ namespace: "shop", apps: ["till"] }] };
  expect(checkLogPipelines([goodService, { ...other, logs }])).toEqual([]);
});
