import { BusyLoops } from "./busy-loops";

/** Starts one busy loop, says its number, and waits to be ended. */
console.log(new BusyLoops(1).pids.join());
setInterval(() => undefined, 60_000);
