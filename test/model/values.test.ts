import * as fc from "fast-check";
import { Bytes, gibibytes, kibibytes, mebibytes } from "../../model/bytes";
import { decimal } from "../../model/decimal";
import { days, hours, minutes, seconds } from "../../model/duration";
import { percent, ratio } from "../../model/ratio";
import { count, thresholdText } from "../../model/threshold";

describe("durations", () => {
  it.each([
    [seconds(0), "0s"],
    [seconds(30), "30s"],
    [seconds(0.5), "500ms"],
    [minutes(90), "1h30m"],
    [hours(720), "30d"],
    [days(90), "90d"],
  ])("%s is written %s", (duration, text) => {
    expect(duration.toString()).toBe(text);
  });

  it("are written in hours for software without days", () => {
    expect(days(30).toHours()).toBe("720h");
  });

  it("refuse a length that is not in whole hours", () => {
    expect(() => minutes(90).toHours()).toThrow(
      "1h30m cannot be written in whole hours",
    );
  });

  it("refuse negative lengths and fractions of a millisecond", () => {
    expect(() => minutes(-1)).toThrow(
      "a duration must be a whole number of milliseconds, 0 or more, got -1 minutes",
    );
    expect(() => seconds(0.0001)).toThrow("got 0.0001 seconds");
  });
});

describe("bytes", () => {
  it.each([
    [gibibytes(50), "50Gi"],
    [gibibytes(1.5), "1536Mi"],
    [kibibytes(3), "3Ki"],
    [new Bytes(1025), "1025"],
  ])("%# is written %s for Kubernetes", (bytes, text) => {
    expect(bytes.toKubernetes()).toBe(text);
  });

  it("are written in whole mebibytes for Prometheus, rounded down", () => {
    expect(new Bytes(mebibytes(10).bytes + 5).toPrometheus()).toBe("10MiB");
  });

  it("refuse zero and fractions", () => {
    expect(() => gibibytes(0)).toThrow(
      "an amount of bytes must be a whole number above 0, got 0",
    );
    expect(() => new Bytes(0.5)).toThrow("got 0.5");
  });
});

describe("ratios", () => {
  it("keep the decimal that was written", () => {
    expect(percent(7).toString()).toBe("0.07");
    expect(percent(99.95).toString()).toBe("0.9995");
  });

  it.each([-0.1, 1.01, Number.NaN])("refuse %p", (value) => {
    expect(() => ratio(value)).toThrow(
      `a ratio must lie between 0 and 1 (0 and 100 percent), got ${String(value)}`,
    );
  });

  it("refuse more than 100 percent", () => {
    expect(() => percent(101)).toThrow("got 101 percent");
  });
});

describe("decimals", () => {
  it.each([
    [14.4 * 0.001, "0.0144"],
    [0.1 + 0.2, "0.3"],
    [1e-7, "0.0000001"],
    [1_000_000, "1000000"],
  ])("%p is written %s", (value, text) => {
    expect(decimal(value)).toBe(text);
  });

  it("refuse what is not finite", () => {
    expect(() => decimal(Infinity)).toThrow(
      "a decimal must be finite and below 1e21, got Infinity",
    );
  });

  it("never show an exponent and read back as the same number to twelve digits", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e15, noNaN: true }), (value) => {
        const text = decimal(value);
        expect(text).toMatch(/^\d+(\.\d+)?$/);
        expect(Math.abs(Number(text) / value - 1)).toBeLessThan(1e-11);
      }),
    );
  });
});

describe("thresholds", () => {
  it.each([
    [days(14), "1209600"],
    [percent(5), "0.05"],
    [mebibytes(1), "1048576"],
    [count(0.1, "requests per second"), "0.1"],
  ])("%# is written in its base unit: %s", (threshold, text) => {
    expect(thresholdText(threshold)).toBe(text);
  });

  it("refuse a count that is not a number", () => {
    expect(() => count(Number.NaN, "jobs")).toThrow(
      "a count must be finite, got NaN jobs",
    );
  });
});
