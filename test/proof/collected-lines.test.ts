import type { LogPipeline } from "../../model/log-pipeline";
import { collected } from "../../proof/collected-lines";

const stream = (...texts: readonly string[]) => ({
  labels: { system: "shop", pod: "a" },
  lines: texts.map((text, second) => ({ second, text })),
});
const levelsOf = (...texts: readonly string[]) =>
  collected(stream(...texts)).map(({ labels }) => labels["level"]);

it.each([
  ['{"level":"ERROR"}', "error"],
  ['{"severity":"Warn"}', "warning"],
  ['{"level":"fatal"}', "critical"],
  ['{"level":"loud"}', "unknown"],
  ['{"message":"level=error"}', "unknown"],
  ["ts=1 level=error msg=x", "error"],
  ['ts=1 Level="ERROR" msg=x', "error"],
  ["ERROR: a stack trace", "unknown"],
])("%s has the level %s", (text, level) => {
  expect(levelsOf(text)).toEqual([level]);
});

it("is a stream for each level, with its lines at their times", () => {
  const error = '{"level":"ERROR"}';
  const info = '{"level":"INFO"}';
  expect(collected(stream(error, info, error))).toEqual([
    {
      labels: { system: "shop", pod: "a", level: "error" },
      lines: [
        { second: 0, text: error, beside: {} },
        { second: 2, text: error, beside: {} },
      ],
    },
    {
      labels: { system: "shop", pod: "a", level: "info" },
      lines: [{ second: 1, text: info, beside: {} }],
    },
  ]);
});

it("keeps fields of the common schema as structured metadata, whatever their names in the line", () => {
  const [kept] = collected(
    stream(
      '{"traceId":"4f","duration":12,"attributes":{"analysis_id":"a"},"order_id":"o","other":1}',
    ),
    { metadata: ["order_id"] },
  );
  expect(kept?.lines[0]?.beside).toEqual({
    trace_id: "4f",
    duration_ms: "12",
    analysis_id: "a",
    order_id: "o",
  });
});

it("reads the level from the system's own field", () => {
  const [one] = collected(stream('{"log":{"severity":"err"},"level":"x"}'), {
    labels: { level: "log.severity" },
  });
  expect(one?.labels["level"]).toBe("error");
});

describe("entries of several lines", () => {
  const multiline = { firstLine: "^[A-Z]", maxLines: 3 };
  const joined = (
    lines: readonly (readonly [second: number, text: string])[],
    pipeline: LogPipeline = { multiline },
  ): readonly (readonly [number, string])[] =>
    collected(
      {
        labels: { system: "shop" },
        lines: lines.map(([second, text]) => ({ second, text })),
      },
      pipeline,
    ).flatMap((each) =>
      each.lines.map(({ second, text }) => [second, text] as const),
    );

  it("have the time of their first line", () => {
    expect(
      joined([
        [0, "Traceback"],
        [3, "  at a"],
        [6, "  at b"],
        [7, "Next"],
      ]),
    ).toEqual([
      [0, "Traceback\n  at a\n  at b"],
      [7, "Next"],
    ]);
  });

  it("end where nothing follows for a while, and after so many lines", () => {
    expect(
      joined([
        [0, "Traceback"],
        [3, "  at a"],
        [7, "  at b"],
        [8, "  at c"],
        [8, "  at d"],
        [8, "  at e"],
      ]),
    ).toEqual([
      [0, "Traceback\n  at a"],
      [7, "  at b\n  at c\n  at d"],
      [8, "  at e"],
    ]);
  });

  it("are lines where a system does not ask for them", () => {
    expect(
      joined(
        [
          [0, "Traceback"],
          [0, "  at a"],
        ],
        {},
      ),
    ).toHaveLength(2);
  });
});
