import { parser } from "@prometheus-io/lezer-promql";
import { namesRead } from "../../../query/promql/query-shape";
import { readQuery } from "../../../query/promql/read-query";

it.each([
  ["each once", 'a{x="1"} / (a{x="2"} > 0) or b', ["a", "b"]],
  ["by the label of names", '{__name__="named", x="1"}', ["named"]],
  ["in quotes", '{"quoted", x="1"}', ["quoted"]],
  ["in quotes behind a label", 'sum({x="}", "behind"})', ["behind"]],
  [
    "but none in string arguments of functions",
    'label_replace(c{x="1"}, "tile", "0", "", "")',
    ["c"],
  ],
  ["but none of comments", "up # not `down\n + down` `", ["up", "down"]],
  ["but no variable", "$metric{} + d", ["d"]],
])("finds the names of series %s", (_, expr, names) => {
  expect(namesRead(expr)).toEqual(names);
});

it("parses queries that differ only in strings once, and none again", () => {
  const parse = jest.spyOn(parser, "parse");
  namesRead('shared{system="a"} + other');
  namesRead('shared{system="b"} + other');
  expect(parse).toHaveBeenCalledTimes(1);
  readQuery('read_before{system="a"}');
  namesRead('read_before{system="a"}');
  expect(parse).toHaveBeenCalledTimes(2);
  expect(namesRead('read_before{system="a"}')).toEqual(["read_before"]);
});
