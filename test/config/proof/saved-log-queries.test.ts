import { findEngine } from "../../../engines/find-engine";
import { collected } from "../../../proof/collected-lines";
import { pushed } from "../../../proof/log-world";
import { LiveLoki } from "../../proof/live-loki";
import { services } from "../support/declared";
import { describeWith } from "../../support/describe-with";

/** A first run may build the engine. */
const INSTALL_LIMIT = 30 * 60 * 1000;

/** A Loki that has just begun takes a while for its first answer. */
const PROOF_LIMIT = 60 * 1000;

type Line = Readonly<Record<string, string | number>> | string;

/**
 * By system and key, as a tenant may be named: lines of an app of which the query shows only the
 * first, and how it shows that.
 */
const WORLDS: Readonly<
  Record<
    string,
    {
      readonly app: string;
      readonly lines: readonly Line[];
      readonly shown: string;
    }
  >
> = {
  "codeverify-recent-errors": {
    app: "codeverify-api",
    lines: [
      { level: "ERROR", message: "no connection", trace_id: "4f" },
      { level: "INFO", message: "no ERROR" },
      "ERROR: no JSON",
    ],
    shown: "no connection",
  },
  "codeverify-analysis-failures": {
    app: "codeverify-worker",
    lines: [
      {
        level: "ERROR",
        status: "failed",
        analysis_id: "a-17",
        error_message: "out of time",
      },
      { level: "INFO", status: "passed", analysis_id: "a-18" },
    ],
    shown: "a-17: out of time",
  },
  "codeverify-slow-requests": {
    app: "codeverify-api",
    lines: [
      { level: "INFO", message: "slow", duration_ms: 1001 },
      { level: "INFO", message: "fast", duration_ms: 1000 },
    ],
    shown: '{"level":"INFO","message":"slow","duration_ms":1001}',
  },
};

const queries = services.flatMap(({ logQueries = [], ...service }) =>
  logQueries
    .map((query) => ({ name: `${service.key}-${query.id}`, service, query }))
    .filter(({ name }) => name in WORLDS),
);

it("are those of the worlds", () => {
  expect(queries.map(({ name }) => name)).toEqual(Object.keys(WORLDS));
});

describeWith("loki", () => {
  let loki: LiveLoki;
  beforeAll(async () => {
    loki = new LiveLoki(await findEngine("loki"));
    await loki.start(Object.keys(WORLDS), {});
  }, INSTALL_LIMIT);
  afterAll(async () => {
    await loki.stop();
  });

  it.each(queries.map((each) => [each.query.title, each] as const))(
    "%s: shows what it is asked for, of lines as they are collected",
    async (_, { name, service, query: { expr } }) => {
      const world = WORLDS[name];
      if (world === undefined) throw new Error("no world");
      const start = Math.floor(Date.now() / 1000) - 10;
      const stream = {
        labels: { system: service.key, app: world.app, pod: "a" },
        lines: world.lines.map((line, second) => ({
          second,
          text: typeof line === "string" ? line : JSON.stringify(line),
        })),
      };
      await loki.push(name, pushed(collected(stream, service.logs), start));
      expect(await loki.lines(name, expr, start)).toEqual([world.shown]);
    },
    PROOF_LIMIT,
  );
});
