import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const ROOT = join(__dirname, "../../..");
const RECIPE = join(ROOT, "cli/report/Dockerfile");

interface Instruction {
  readonly name: string;
  readonly argument: string;
}

/** The instructions of each stage of the recipe. */
export const stages = (): readonly (readonly Instruction[])[] =>
  readFileSync(RECIPE, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [, name = "", argument = ""] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
      return { name, argument };
    })
    .reduce<Instruction[][]>(
      (found, instruction) =>
        instruction.name === "FROM"
          ? [...found, [instruction]]
          : [...found.slice(0, -1), [...(found.at(-1) ?? []), instruction]],
      [],
    );

/** Sources and destination of each `COPY`, from the repository or from the first stage. */
export const copies = (stage: number) =>
  (stages()[stage] ?? [])
    .filter(({ name }) => name === "COPY")
    .map(({ argument }) => {
      const words = argument.split(" ");
      const fromBuild = words[0] === "--from=build";
      const paths = fromBuild ? words.slice(1) : words;
      return {
        fromBuild,
        sources: paths.slice(0, -1),
        destination: paths.at(-1) ?? "",
      };
    });

/** What of the repository is sent to the builder, by the file beside the recipe. */
export const sentToBuilder = (): readonly string[] =>
  readFileSync(`${RECIPE}.dockerignore`, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("!"))
    .map((line) => line.slice(1));

/** As `COPY` copies: the content of a folder, a file into a folder or under a new name. */
function copy(source: string, folder: string, destination: string): void {
  const isInto = destination.endsWith("/") && statSync(source).isFile();
  const target = isInto
    ? join(folder, destination, basename(source))
    : join(folder, destination);
  cpSync(source, target, { recursive: true, dereference: true });
}

/** A folder that is made by the recipe. */
export interface ImageFolder {
  /** The image's working directory. */
  readonly app: string;
  readonly remove: () => void;
}

/**
 * Follows the recipe without Docker: copies what it copies, compiles as it compiles, and leaves a
 * folder as the image has it. What `npm ci` would install is what is installed here.
 */
export function imageFolder(): ImageFolder {
  const root = mkdtempSync(join(tmpdir(), "report-image-"));
  const [build, image] = [join(root, "build"), join(root, "app")];
  mkdirSync(build);
  mkdirSync(image);
  for (const { sources, destination } of copies(0)) {
    for (const source of sources) copy(join(ROOT, source), build, destination);
  }
  symlinkSync(join(ROOT, "node_modules"), join(build, "node_modules"));
  const compile = (stages()[0] ?? []).at(-1);
  const [program = "", ...args] = (compile?.argument ?? "").split(" ");
  execFileSync(join(build, program), args, { cwd: build, encoding: "utf8" });
  for (const { fromBuild, sources, destination } of copies(1)) {
    for (const source of sources) {
      const origin = fromBuild
        ? join(build, source.replace(/^\/build\//, ""))
        : join(ROOT, source);
      copy(origin, image, destination);
    }
  }
  return {
    app: image,
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}
