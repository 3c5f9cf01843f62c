/** Progress on stderr: on a terminal in one line, elsewhere every tenth step. */
export function progressLine(
  what: string,
): (done: number, all: number) => void {
  let notified = -1;
  return (done, all) => {
    if (all === 0) return;
    const tenth = Math.floor((10 * done) / all);
    if (process.stderr.isTTY) {
      process.stderr.write(
        `\r${what} ${String(done)} of ${String(all)}${done === all ? "\n" : ""}`,
      );
    } else if (tenth !== notified) {
      process.stderr.write(`${what} ${String(done)} of ${String(all)}\n`);
    }
    notified = tenth;
  };
}
