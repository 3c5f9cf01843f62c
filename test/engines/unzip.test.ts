import { unzip } from "../../engines/unzip";
import { ZIP_ARCHIVE } from "./zip-archive";

describe("unzip", () => {
  it("reads a file that is packed, and one that is not", () => {
    expect(unzip(ZIP_ARCHIVE, "loki-linux-amd64").toString()).toMatch(
      /^#!\/bin\/sh\necho "loki, version 3\.7\.8 \(/,
    );
    expect(unzip(ZIP_ARCHIVE, "LICENSE").toString()).toBe("stored");
  });

  it("says what is there when a file is not", () => {
    expect(() => unzip(ZIP_ARCHIVE, "loki")).toThrow(
      "the archive has no loki; it has loki-linux-amd64, LICENSE",
    );
  });

  it("refuses what is no archive", () => {
    expect(() => unzip(Buffer.from("<html>not found</html>"), "loki")).toThrow(
      "no zip archive: it has no directory",
    );
  });

  it("refuses a file of another length than its directory says", () => {
    const broken = Buffer.from(ZIP_ARCHIVE);
    const entry = broken.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    broken.writeUInt32LE(7, entry + 24);
    expect(() => unzip(broken, "loki-linux-amd64")).toThrow(
      /^loki-linux-amd64 has \d+ bytes instead of 7$/,
    );
  });

  it("refuses a file that is packed in a way it does not know", () => {
    const broken = Buffer.from(ZIP_ARCHIVE);
    const entry = broken.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    broken.writeUInt16LE(12, entry + 10);
    expect(() => unzip(broken, "loki-linux-amd64")).toThrow(
      "loki-linux-amd64 is packed by a method other than deflate: 12",
    );
  });
});
