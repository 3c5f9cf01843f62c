import { DOMParser, onErrorStopParsing } from "@xmldom/xmldom";
import type { Element } from "@xmldom/xmldom";

/** One test in promtool's report. */
export interface JunitCase {
  readonly name: string;
  /** Failures as promtool prints them; none if it passed. */
  readonly failures: readonly string[];
}

/** One test file in promtool's report. */
export interface JunitSuite {
  readonly cases: readonly JunitCase[];
}

/** Parses the report of `promtool test rules --junit`. Invalid or truncated XML has no suites. */
export const readJunit = (xml: string): readonly JunitSuite[] =>
  elementsOf(parsed(xml), "testsuite").map((suite) => ({
    cases: elementsOf(suite, "testcase").map((one) => ({
      name: one.getAttribute("name") ?? "",
      failures: elementsOf(one, "failure").map(
        ({ textContent }) => textContent ?? "",
      ),
    })),
  }));

function parsed(xml: string): Pick<Element, "getElementsByTagName"> | null {
  try {
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(
      xml,
      "text/xml",
    );
  } catch {
    return null;
  }
}

const elementsOf = (
  parent: Pick<Element, "getElementsByTagName"> | null,
  name: string,
): readonly Element[] => [...(parent?.getElementsByTagName(name) ?? [])];
