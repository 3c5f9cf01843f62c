import { synthesise } from "./synthesise";

const [count = "10", outdir = "cdktf.out"] = process.argv.slice(2);
synthesise(Number(count), outdir);
