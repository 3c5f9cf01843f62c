import { escapeTemplate } from "../../constructs/terraform-text";

it.each([
  ["nothing to escape", "nothing to escape"],
  ["${a} and %{b}", "$${a} and %%{b}"],
  ["$${__value.raw}", "$$${__value.raw}"],
  ["$__rate_interval, $1, 50 %", "$__rate_interval, $1, 50 %"],
])("escapes %p", (text, escaped) => {
  expect(escapeTemplate(text)).toBe(escaped);
});
