/** One test in promtool's report. */
export interface JunitCase {
  readonly name: string;
  /** Each as promtool prints it; none when it passed. */
  readonly failures: readonly string[];
}

/** One test file in promtool's report. */
export interface JunitSuite {
  readonly cases: readonly JunitCase[];
}

/**
 * Reads the report of `promtool test rules --junit`, which Go's encoder writes without comments, namespaces or sections.
 * Anything else has no suites.
 */
export const readJunit = (xml: string): readonly JunitSuite[] =>
  [...xml.matchAll(/<testsuite [^>]*>(.*?)<\/testsuite>/gs)].map(
    ([, suite = ""]) => ({
      cases: [
        ...suite.matchAll(/<testcase name="([^"]*)">(.*?)<\/testcase>/gs),
      ].map(([, name = "", content = ""]) => ({
        name: unescaped(name),
        failures: [...content.matchAll(/<failure>(.*?)<\/failure>/gs)].map(
          ([, text = ""]) => unescaped(text),
        ),
      })),
    }),
  );

const unescaped = (text: string): string =>
  text.replace(
    /&(?:#x([0-9A-Fa-f]+)|#(\d+)|(\w+));/g,
    (whole, hex, code, name) =>
      hex !== undefined
        ? String.fromCodePoint(Number.parseInt(String(hex), 16))
        : code !== undefined
          ? String.fromCodePoint(Number(code))
          : (NAMED[String(name)] ?? whole),
  );

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};
