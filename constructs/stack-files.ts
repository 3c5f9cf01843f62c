import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ISynthesisSession, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { remembered } from "../model/remembered";

/** A text, or its pieces one after the other where the whole would fill the memory. */
export type FileContent = string | Iterable<string>;

/** As bytes: text with letters beyond Latin-1 is written twice as fast so. */
function write(path: string, content: FileContent): void {
  if (typeof content === "string") {
    writeFileSync(path, Buffer.from(content));
    return;
  }
  const file = openSync(path, "w");
  try {
    // Unlike writeSync, it goes on until all of a piece is written.
    for (const piece of content) writeFileSync(file, Buffer.from(piece));
  } finally {
    closeSync(file);
  }
}

/** Folder of the generated files, beside `cdk.tf.json`. */
export const FILES_FOLDER = "files";

/**
 * Files beside a stack's `cdk.tf.json`, read by Terraform with `file()`: chart values, objects and
 * dashboards.
 *
 * Bulk text stays out of the construct tree on purpose. There cdktf would search every character of
 * it for tokens and hold all of it in memory; and in a file nothing is a Terraform template, so
 * nothing needs escaping. Content is made when the stack is written, one file at a time.
 */
export class StackFiles {
  private readonly contents = new Map<string, () => FileContent>();

  private readonly stack: TerraformStack;

  constructor(stack: TerraformStack) {
    this.stack = stack;
    const { synthesizer } = stack;
    const all = filesOfApp(stack.node.root);
    all.stacks.push(this);
    stack.synthesizer = {
      synthesize: (session) => {
        if (!all.written.has(session)) {
          all.written.add(session);
          writeTogether(all.stacks, session);
        }
        synthesizer.synthesize(session);
      },
    };
  }

  /**
   * Adds a file and returns the Terraform expression that reads it.
   *
   * @param path relative to the folder of files, unique in the stack
   * @throws Error when the path was added before
   */
  add(path: string, content: () => FileContent): string {
    if (this.contents.has(path)) {
      throw new Error(`the file ${path} was added to this stack before`);
    }
    this.contents.set(path, content);
    return `\${file("\${path.module}/${FILES_FOLDER}/${path}")}`;
  }

  /** Recreates the folder, and returns functions that write its files. */
  writers(session: ISynthesisSession): ReadonlyMap<string, () => void> {
    const { workingDirectory } = session.manifest.forStack(this.stack);
    const folder = join(session.outdir, workingDirectory, FILES_FOLDER);
    rmSync(folder, { recursive: true, force: true });
    const paths = [...this.contents.keys()];
    for (const below of new Set(paths.map((path) => dirname(path)))) {
      mkdirSync(join(folder, below), { recursive: true });
    }
    return new Map(
      [...this.contents].map(([path, content]) => [
        path,
        () => {
          write(join(folder, path), content());
        },
      ]),
    );
  }
}

interface FilesOfApp {
  /** In the order in which they were made. */
  readonly stacks: StackFiles[];
  /** Runs of the synthesis whose files are written. */
  readonly written: WeakSet<ISynthesisSession>;
}

const filesOfApp = remembered<IConstruct, FilesOfApp>(() => ({
  stacks: [],
  written: new WeakSet(),
}));

/**
 * Writes the files of all stacks path by path. Most environments have the same content at a path,
 * so it is made once and kept only until the next path.
 */
function writeTogether(
  stacks: readonly StackFiles[],
  session: ISynthesisSession,
): void {
  const all = stacks.map((files) => files.writers(session));
  for (const path of new Set(all.flatMap((writers) => [...writers.keys()]))) {
    for (const writers of all) writers.get(path)?.();
  }
}
