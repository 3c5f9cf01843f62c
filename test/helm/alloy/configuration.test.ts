import { checkConfiguration } from "../../../helm/alloy/check-configuration";
import { renderConfiguration } from "../../../helm/alloy/render-configuration";
import { block, code, component, reference } from "../../../helm/alloy/syntax";
import { formatProblem } from "../../../model/problem";
import { CONFIGURATIONS } from "./pipelines";

const check = (text: string): readonly string[] =>
  checkConfiguration("alloy", text).map(formatProblem);

it("renders attributes, blocks and references", () => {
  const write = component(
    "loki.write",
    "loki",
    {},
    block("endpoint", { url: 'http://loki/"push"' }),
  );
  const process = component(
    "loki.process",
    "pods",
    {
      forward_to: [reference(write, "receiver")],
      n: 1.5,
      on: true,
      field: code('sys.env("NAME")'),
    },
    block("stage.json", { expressions: { "a.b": "", c: "\\d" } }),
    block("stage.cri"),
  );
  expect(renderConfiguration([process, write])).toBe(
    [
      'loki.process "pods" {',
      "\tforward_to = [loki.write.loki.receiver]",
      "\tn          = 1.5",
      "\ton         = true",
      '\tfield      = sys.env("NAME")',
      "",
      "\tstage.json {",
      "\t\texpressions = {",
      '\t\t\t"a.b" = "",',
      '\t\t\tc     = "\\\\d",',
      "\t\t}",
      "\t}",
      "",
      "\tstage.cri { }",
      "}",
      "",
      'loki.write "loki" {',
      "\tendpoint {",
      '\t\turl = "http://loki/\\"push\\""',
      "\t}",
      "}",
      "",
    ].join("\n"),
  );
});

it.each(Object.entries(CONFIGURATIONS))("finds nothing in %s", (_, text) => {
  expect(check(text)).toEqual([]);
});

const WRITE = 'loki.write "a" {\n\tendpoint {\n\t\turl = "x"\n\t}\n}\n';

it.each([
  [
    "a block that is not closed",
    'loki.write "a" {\n\tendpoint {\n}\n',
    "alloy line 1: { is not closed; balance it",
  ],
  [
    "a bracket too many",
    `${WRITE}}\n`,
    "alloy line 6: } closes nothing; balance it",
  ],
  [
    "a bracket that closes another kind",
    'loki.process "a" {\n\tforward_to = [}\n',
    "alloy line 2: } closes nothing; balance it",
  ],
  [
    "a string that is not closed",
    'loki.write "a" {\n\turl = "x\n}\n',
    "alloy line 2: a string is not closed; balance it",
  ],
  [
    "a reference to nothing",
    `${WRITE}loki.process "p" {\n\tforward_to = [loki.write.b.receiver]\n}\n`,
    "alloy line 7: refers to a component that is not declared, got loki.write.b.receiver; allowed: loki.write.a, loki.process.p; declare it, or correct the name",
  ],
  [
    "a reference to a component without export",
    `${WRITE}loki.process "p" {\n\tforward_to = [loki.write.a]\n}\n`,
    "alloy line 7: refers to a component that is not declared, got loki.write.a; allowed: loki.write.a, loki.process.p; declare it, or correct the name",
  ],
  [
    "an export that does not exist",
    `${WRITE}loki.process "p" {\n\tforward_to = [loki.write.a.input]\n}\n`,
    'alloy line 7: loki.write exports no "input", got loki.write.a.input; allowed: receiver; refer to what it exports',
  ],
  [
    "a component that is declared twice",
    WRITE + WRITE,
    "alloy line 6: component loki.write.a is declared twice; give one another label",
  ],
  [
    "a component that is misspelt",
    'loki.wite "a" {\n}\n',
    expect.stringContaining(
      "alloy line 1: loki.wite is no component that is known here; allowed: discovery.kubernetes,",
    ) as string,
  ],
])("finds %s", (_, text, problem) => {
  expect(check(text)).toEqual([problem]);
});

it("takes nothing inside of a string or a comment for configuration", () => {
  expect(
    check(
      'loki.write "a" {\n\t// } loki.write.b.receiver\n\turl = "} loki.write.b.receiver \\" {"\n}\n',
    ),
  ).toEqual([]);
});
