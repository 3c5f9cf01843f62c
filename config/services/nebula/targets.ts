import { httpPods } from "../../../patterns/targets";

/**
 * The API, which also exposes what it knows of the infrastructure and its cost. Its health covers
 * what it depends on.
 */
export const pods = httpPods({ key: "nebula", app: "nebula-api", most: 3 });
