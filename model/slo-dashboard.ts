/** `uid` of the page that is generated for the promises of a system. */
export const sloDashboardUid = (system: string): string => `${system}-slos`;
