import { httpPods } from "../../../patterns/targets";

/**
 * The pods that serve inferences, which also expose what is known of the models. They are well
 * while the models are loaded and answer.
 */
export const pods = httpPods({ key: "sentinel", app: "sentinel-api", most: 3 });
