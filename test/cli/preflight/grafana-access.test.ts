import { refusedPassword } from "../../../cli/preflight/grafana-access";

it.each([
  ["a token", false, "glsa_x"],
  ["no variable", false, undefined],
  ["a password that Grafana accepts", true, "admin:secret"],
])("says nothing of %s", (_, accepted, credentials) => {
  expect(refusedPassword("staging", accepted, credentials)).toBeUndefined();
});

it("refuses a password that Grafana would not accept, and says the steps in their order", () => {
  const said = refusedPassword("staging", false, "admin:secret") ?? "";
  expect(said).toMatch(
    /^staging .*\n {2}1\. apply .* on.*\n {2}2\. .*service account.*\n {2}3\. .*token.*\n {2}4\. .*to false/,
  );
  expect(said).not.toContain("secret");
});
