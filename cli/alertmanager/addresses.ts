/** The addresses of the members, or what is wrong with them. */
export type Addresses =
  | {
      readonly kind: "read";
      readonly urls: readonly [string, ...string[]];
    }
  | { readonly kind: "refused"; readonly reason: string };

/** Parses `--url`: without trailing slashes, each address once. */
export function addresses(given: readonly string[]): Addresses {
  const wrong = given.find(
    (url) => !/^https?:\/\//.test(url) || !URL.canParse(url),
  );
  if (given.some(hasCredentials)) {
    return {
      kind: "refused",
      reason:
        "--url has a name or a password in it, which messages would show; give the address without them",
    };
  }
  const [first, ...others] = new Set(
    given.map((url) => url.replace(/\/+$/, "")),
  );
  return wrong !== undefined || first === undefined
    ? {
        kind: "refused",
        reason: `--url cannot be "${wrong ?? ""}"; allowed: an address that begins with http:// or https://`,
      }
    : { kind: "read", urls: [first, ...others] };
}

const hasCredentials = (url: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { username, password } = new URL(url);
  return username !== "" || password !== "";
};
