import { readAnswer } from "../../reports/read-answer";
import { recorded } from "./recorded";

const read = (query: string) => readAnswer(recorded(query), "Title");

it.each([
  ["1 / vector(0)", [{ labels: {}, value: Infinity }]],
  ["-1 / vector(0)", [{ labels: {}, value: -Infinity }]],
  ["vector(0) / 0", [{ labels: {}, value: NaN }]],
  ["scalar(vector(7))", [{ labels: {}, value: 7 }]],
  ["sum(no_such_series)", []],
])("reads %s", (query, samples) => {
  expect(read(query)).toEqual(samples);
});

it.each([
  [
    "up{",
    'Prometheus refuses the query "Title": invalid parameter "query": 1:4: parse error: unexpected end of input inside braces; correct the query',
  ],
  [
    "depot_average_score[5m]",
    'the result of "Title" is a matrix; use an instant query',
  ],
  ['"text"', 'the result of "Title" is a string; use an instant query'],
  [
    'quantile(2, depot_contract_score{tier="1"})',
    'Prometheus warns about the result of "Title": PromQL warning: quantile value should be between 0 and 1',
  ],
])("refuses the result of %s", (query, message) => {
  expect(() => read(query)).toThrow(message);
});

const vector = (sample: unknown): string =>
  JSON.stringify({
    status: "success",
    data: { resultType: "vector", result: [sample] },
  });

it.each([
  ["<html>Sign in</html>", "is not from Prometheus: it begins with"],
  ["null", "is not from Prometheus"],
  ["{}", "Prometheus refuses the query"],
  [vector({ metric: {}, value: [1, ""] }), 'has "" where a number is due'],
  [vector({ metric: {}, value: [1, "many"] }), 'has "many" where a number'],
  [
    vector({ metric: {}, histogram: [1, {}] }),
    "has a histogram; compute a number",
  ],
  [
    '{"status":"success"}',
    'the response to the query "Title" is not from Prometheus: data is missing; look at',
  ],
  [
    vector({ metric: {}, value: [1, 2] }),
    "is not from Prometheus: data.result[0].value[1] is 2 where a text is due; look at",
  ],
  [
    vector({ metric: { a: null }, value: [1, "2"] }),
    "is not from Prometheus: data.result[0].metric.a is null where a text is due;",
  ],
])("refuses %s", (body, message) => {
  expect(() => readAnswer(body, "Title")).toThrow(message);
});
