import { addresses } from "../../../cli/alertmanager/addresses";

it("takes each address once, without the slash at its end", () => {
  expect(
    addresses(["http://a:9093/", "http://a:9093", "https://b/path"]),
  ).toEqual({ kind: "read", urls: ["http://a:9093", "https://b/path"] });
});

it.each([
  [
    ["http://a", "b:9093"],
    '--url cannot be "b:9093"; allowed: an address that begins with http:// or https://',
  ],
  [
    ["http://a", "https://me:secret@b"],
    "--url has a name or a password in it, which messages would show; give the address without them",
  ],
])("refuses %j", (given, reason) => {
  expect(addresses(given)).toEqual({ kind: "refused", reason });
});
