import { foldersOf } from "../../../dashboards/folders";
import type { Folder } from "../../../dashboards/folders";
import { folderReaders } from "../../../dashboards/permissions";
import { withGeneratedDashboards } from "../../../dashboards/with-generated-dashboards";
import type { Service } from "../../../model/service";
import { open, passed } from "../finding";
import type { Finding, Subject } from "../finding";
import { folderRights, teamMembers } from "../grafana";
import type { FolderRight } from "../grafana";
import { each, looked } from "../running";
import type { Running } from "../running";

/**
 * Each folder has exactly its declared readers, including those on call.
 *
 * @param mustBeNamed whether it is a fault that nobody says who is on call
 */
export async function checkAccess(
  running: Running,
  onCall: readonly string[],
  mustBeNamed: boolean,
): Promise<readonly Finding[]> {
  const folders = running.chosen.flatMap((service) =>
    foldersOf(withGeneratedDashboards(service)).map((folder) => ({
      service,
      folder,
    })),
  );
  const found = await each(folders, ({ service, folder }) =>
    checkFolder(running, service, folder, onCall),
  );
  return [
    ...found.flat(),
    ...(mustBeNamed && onCall.length === 0 ? [nobodyNamed] : []),
  ];
}

const nobodyNamed: Finding = open(
  { check: "access", subject: "whoever is on call" },
  {
    found: "nobody was named",
    expected: "whoever is on call may look",
    next: "run this with --on-call <login>, as Grafana knows the person",
  },
);

function checkFolder(
  { grafana }: Running,
  service: Service,
  folder: Folder,
  onCall: readonly string[],
): Promise<readonly Finding[]> {
  const subject: Subject = {
    check: "access",
    system: service.key,
    subject: `folder ${folder.title} (${folder.uid})`,
  };
  return looked(subject, "its readers may look", async () => {
    const rights = await folderRights(grafana, folder.uid);
    if (rights === undefined) {
      return [
        open(subject, {
          found: "Grafana has no such folder, or does not show it to you",
          expected: "a folder with its readers",
          next: "deploy; where it is deployed, ask with the rights of an administrator",
        }),
      ];
    }
    return [
      rightsFinding(subject, folder, rights),
      ...(await checkReaders(grafana, subject, folder, onCall)),
    ];
  });
}

/**
 * Compares permissions with the declared ones. Administrators may always do everything and are
 * skipped.
 */
export function rightsFinding(
  subject: Subject,
  { access }: Pick<Folder, "access">,
  rights: readonly FolderRight[],
): Finding {
  const wanted = folderReaders(access).map((reader) =>
    reader.kind === "role"
      ? `role ${reader.role} View`
      : `team ${reader.team} View`,
  );
  const given = rights
    .filter(
      ({ role, permission }) => role !== "Admin" && permission !== "Admin",
    )
    .map(({ role, team, user, permission }) =>
      role !== ""
        ? `role ${role} ${permission}`
        : team !== ""
          ? `team ${team} ${permission}`
          : `user ${user} ${permission}`,
    );
  const missing = wanted.filter((right) => !given.includes(right));
  const added = given.filter((right) => !wanted.includes(right));
  return missing.length + added.length === 0
    ? passed(subject, wanted.join(", "))
    : open(subject, {
        found: [
          ...missing.map((right) => `lacks ${right}`),
          ...added.map((right) => `has ${right}`),
        ].join(", "),
        expected: wanted.join(", "),
        next: "deploy: permissions of folders are declared, and changes by hand are taken back",
      });
}

/**
 * Teams with read access have members, including those on call. Folders that everybody may read
 * need no check.
 */
async function checkReaders(
  grafana: Running["grafana"],
  { system, subject: folder }: Subject,
  { access }: Folder,
  onCall: readonly string[],
): Promise<readonly Finding[]> {
  const teams = folderReaders(access).flatMap((reader) =>
    reader.kind === "team" ? reader.team : [],
  );
  if (teams.length === 0) return [];
  const subject: Subject = {
    check: "access",
    subject: `readers of ${folder}`,
    ...(system === undefined ? {} : { system }),
  };
  const found = await Promise.all(
    teams.map(async (team) => ({
      team,
      members: (await teamMembers(grafana, team)) ?? [],
    })),
  );
  const readers = new Set(found.flatMap(({ members }) => members));
  const shut = onCall.filter((person) => !readers.has(person));
  // People on call read the engineering folders; business folders have other readers.
  if (access === "engineering" && shut.length > 0) {
    return [
      open(subject, {
        found: `${shut.join(", ")} is in no team that may read it (${teams.join(", ")})`,
        expected: `whoever is on call is a member of ${teams.join(" or ")}`,
        next: `add ${shut.join(", ")} to the team ${teams.join(" or ")} in Grafana, or in the identity provider`,
      }),
    ];
  }
  const without = found.filter(({ members }) => members.length === 0);
  return [
    without.length === 0
      ? passed(
          subject,
          `${teams.map((team) => `team ${team}`).join(", ")} with members${onCall.length === 0 || access !== "engineering" ? "" : `, ${onCall.join(", ")} among them`}`,
        )
      : open(subject, {
          found: `${without.map(({ team }) => `team ${team}`).join(", ")} has no members`,
          expected: "members in every team that reads it",
          next: "put people into the team in Grafana, or in the identity provider",
        }),
  ];
}
