import { httpPods } from "../../../patterns/targets";

/** The API, which also serves the WebSockets. Its health covers what it depends on. */
export const pods = httpPods({ key: "aurora", app: "aurora-api", most: 3 });
