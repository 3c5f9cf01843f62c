import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { END_SECONDS, HISTORY_SECONDS, benchServices } from "./load";
import { treePerSystem } from "./one-tree";

/**
 * One sample in five minutes: an evaluation at the end finds as many as with one a minute, since no
 * rule looks at what is recorded at closer steps.
 */
const STEP_SECONDS = 300;

/**
 * Writes as OpenMetrics what the rules of some systems would have recorded, in the same numbers for
 * all: what an evaluation costs does not depend on them.
 */
export async function writeHistory(
  path: string,
  systems: number,
  slos: number,
): Promise<void> {
  const stream = createWriteStream(path, { highWaterMark: 1 << 22 });
  const write = async (text: string): Promise<void> => {
    if (!stream.write(text)) await once(stream, "drain");
  };
  const names = new Set(
    treePerSystem(1, slos).own.flatMap((rule) =>
      "record" in rule ? [rule.record] : [],
    ),
  );
  for (const name of names) {
    await write(`# TYPE ${name} gauge\n`);
    for (const { key, slos: own } of benchServices(systems, slos)) {
      for (const { name: slo } of own) {
        let lines = "";
        for (
          let time = END_SECONDS - HISTORY_SECONDS;
          time <= END_SECONDS;
          time += STEP_SECONDS
        ) {
          const value = 1 + ((time / STEP_SECONDS) % 7) / 10;
          lines += `${name}{system="${key}",slo="${slo}"} ${String(value)} ${String(time)}\n`;
        }
        await write(lines);
      }
    }
  }
  await write("# EOF\n");
  stream.end();
  await once(stream, "finish");
}
