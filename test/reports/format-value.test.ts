import { REPORT_UNITS } from "../../model/report";
import { formatValue } from "../../reports/format-value";
import type { ValueFormat } from "../../reports/format-value";

it.each<[number, ValueFormat, string]>([
  [NaN, { unit: "percentunit" }, "not defined"],
  [Infinity, { unit: "s" }, "infinite"],
  [-Infinity, { unit: "short", signed: true }, "minus infinite"],
  [21, { unit: "short" }, "21"],
  [1234567.891, { unit: "short" }, "1,234,567.89"],
  [0.00034, { unit: "short" }, "0.0003"],
  [20.999999999, { unit: "short", decimals: 0 }, "21"],
  [-0.2, { unit: "short", decimals: 0 }, "0"],
  [4.5, { unit: "short", decimals: 1, signed: true }, "+4.5"],
  [-4.5, { unit: "short", decimals: 1, signed: true }, "-4.5"],
  [0, { unit: "short", decimals: 1, signed: true }, "0.0"],
  [0.5, { unit: "percentunit" }, "50.00 %"],
  [1, { unit: "percentunit" }, "100.00 %"],
  [0, { unit: "percentunit" }, "0.00 %"],
  [-0.25, { unit: "percentunit" }, "-25.00 %"],
  // Less than 100 % must not be rounded to it.
  [0.999996, { unit: "percentunit" }, "99.9996 %"],
  [0.00001, { unit: "percentunit" }, "0.001 %"],
  [0.285, { unit: "percentunit" }, "28.50 %"],
  [8999.999999997, { unit: "s" }, "2.5 h"],
  [172_800, { unit: "s" }, "2 d"],
  [90, { unit: "s" }, "1.5 min"],
  [0.25, { unit: "s" }, "250 ms"],
  [0, { unit: "s" }, "0 s"],
  [-5400, { unit: "s" }, "-1.5 h"],
  [1536, { unit: "bytes" }, "1.5 KiB"],
  [3 * 1024 ** 3, { unit: "bytes" }, "3 GiB"],
  [1469.999999, { unit: "currencyUSD" }, "$1,470.00"],
  [-3.5, { unit: "currencyUSD" }, "-$3.50"],
])("writes %p in %p as %s", (value, format, text) => {
  expect(formatValue(value, format)).toBe(text);
});

it("has a format for every unit", () => {
  for (const unit of REPORT_UNITS) {
    expect(formatValue(1, { unit })).toContain("1");
  }
});
