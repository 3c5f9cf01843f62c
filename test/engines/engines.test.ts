import { ENGINES } from "../../engines/engines";

const all = Object.values(ENGINES);

it("runs Loki's programs as released, and may build every other", () => {
  expect(
    all
      .filter(({ source }) => source.kind === "release-only")
      .map(({ name }) => name),
  ).toEqual(["loki", "lokitool"]);
});

it.each(all.map((engine) => [engine.name, engine] as const))(
  "pins %s to one version, whatever it comes from",
  (_, { version, release, source }) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(release.folder).toMatch(
      new RegExp(`/v${version.replaceAll(".", "\\.")}$`),
    );
    if (source.kind !== "module") return;
    // Prometheus 3.15.0 is the module's v0.315.0: its major version and its minor one, in two
    // digits.
    const [major = "", minor = "", patch = ""] = version.split(".");
    const asModule = source.module.endsWith("/prometheus/prometheus")
      ? `v0.${major}${minor.padStart(2, "0")}.${patch}`
      : `v${version}`;
    expect(source.version).toBe(asModule);
  },
);
