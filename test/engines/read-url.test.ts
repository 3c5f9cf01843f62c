import { createServer } from "node:http";
import type { RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { readUrl } from "../../engines/read-url";
import { PATIENCE } from "../../engines/machine";
import { stillClock } from "./still-clock";

let server: Server;
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Reads a page on loopback, and lets time pass whenever a piece of it arrived. */
async function read(page: RequestListener, pass: number): Promise<string> {
  const clock = stillClock();
  server = createServer((request, response) => {
    page(request, response);
    if (!response.headersSent) clock.pass(pass);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  let text = "";
  const url = `http://127.0.0.1:${String(port)}/page`;
  for await (const chunk of readUrl(url, { patience: PATIENCE, clock })) {
    text += Buffer.from(chunk).toString();
    clock.pass(pass);
  }
  return text;
}

it("gives up on a page that does not answer", async () => {
  await expect(read(() => undefined, 5_000)).rejects.toThrow(
    /:\d+\/page: no answer within 5 s$/,
  );
});

it("gives up on a page that stops arriving", async () => {
  await expect(
    read((_, response) => response.write("the beginning"), 20_000),
  ).rejects.toThrow(/:\d+\/page: nothing more arrived within 20 s$/);
});

it("has no limit on the whole", async () => {
  const pieces = ["a", "b", "c"];
  const written = read((_, response) => {
    const writeNext = () => {
      const piece = pieces.shift();
      if (piece === undefined) response.end();
      else response.write(piece, () => setTimeout(writeNext, 20));
    };
    writeNext();
  }, 19_999);
  expect(await written).toBe("abc");
});
