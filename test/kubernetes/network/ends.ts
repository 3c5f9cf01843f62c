import { production } from "../../support/organisation/environments";
import { services } from "../../support/organisation/services";
import { networkEnds } from "./network-ends";
import { comparePods } from "./pods";

export { pod } from "./network-ends";

/** What the charts make, and what was kept of it. Compared first, since that may write the file. */
export const { kept, now } = comparePods();

/** The ends of the synthetic organisation's flows. */
export const network = networkEnds(production, services);
export const { pods, endsOf } = network;
