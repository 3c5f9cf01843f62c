import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ISynthesisSession, TerraformStack } from "cdktf";

/** Folder of the generated files, beside `cdk.tf.json`. */
export const FILES_FOLDER = "files";

/**
 * Files beside a stack's `cdk.tf.json`, read by Terraform with `file()`: chart values, objects and dashboards.
 *
 * Bulk text stays out of the construct tree on purpose. There cdktf would search every character of it for tokens
 * and hold all of it in memory; and in a file nothing is a Terraform template, so nothing needs escaping.
 * Content is made when the stack is written, one file at a time.
 */
export class StackFiles {
  private readonly contents = new Map<string, () => string>();

  constructor(stack: TerraformStack) {
    const { synthesizer } = stack;
    stack.synthesizer = {
      synthesize: (session) => {
        this.write(stack, session);
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
  add(path: string, content: () => string): string {
    if (this.contents.has(path)) {
      throw new Error(`the file ${path} was added to this stack before`);
    }
    this.contents.set(path, content);
    return `\${file("\${path.module}/${FILES_FOLDER}/${path}")}`;
  }

  private write(stack: TerraformStack, session: ISynthesisSession): void {
    const { workingDirectory } = session.manifest.forStack(stack);
    const folder = join(session.outdir, workingDirectory, FILES_FOLDER);
    rmSync(folder, { recursive: true, force: true });
    const paths = [...this.contents.keys()];
    for (const below of new Set(paths.map((path) => dirname(path)))) {
      mkdirSync(join(folder, below), { recursive: true });
    }
    for (const [path, content] of this.contents) {
      // As bytes: text with letters beyond Latin-1 is written twice as fast so.
      writeFileSync(join(folder, path), Buffer.from(content()));
    }
  }
}
