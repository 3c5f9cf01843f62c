/** Jest ends each run with a line that names every file of tests, 20 kB of them here. */
const EVERY_PATH = /^[^A-Za-z]*(?:\d+m)?Ran all test suites/;

/** What is written, line by line as it comes. */
export interface Lines {
  readonly take: (text: string) => void;
  /** Writes what has no line break at its end. */
  readonly end: () => void;
}

/** Passes on what jest says, without the list of all files. */
export function withoutPaths(write: (text: string) => void): Lines {
  let rest = "";
  const pass = (line: string): void => {
    if (!EVERY_PATH.test(line)) write(line);
  };
  return {
    take: (text) => {
      const lines = `${rest}${text}`.split(/(?<=\n)/);
      rest = lines.at(-1)?.endsWith("\n") === false ? (lines.pop() ?? "") : "";
      lines.forEach(pass);
    },
    end: () => {
      pass(rest);
      rest = "";
    },
  };
}
