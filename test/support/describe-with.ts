import { ENGINES } from "../../engines/engines";
import { installedEngine } from "../../engines/find-engine";
import { needs } from "../../engines/needs";

/**
 * Tests that need an engine which is only run as released. Without it they are skipped, printed and
 * counted: `npm run tools` installs it, or says why it cannot.
 */
export function describeWith(
  name: "loki" | "lokitool",
  tests: () => void,
): void {
  const engine = ENGINES[name];
  if (installedEngine(name) !== undefined) {
    describe(needs(engine), tests);
    return;
  }
  process.stderr.write(
    `\nNOT CHECKED: what needs ${name} ${engine.version}, because it is not on this machine; npm run tools says why\n\n`,
  );
  describe.skip(needs(engine), tests);
}
