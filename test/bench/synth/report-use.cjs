// Says at the end how long the process used the processor, and how much memory at most.
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  console.error(
    `cpu-microseconds ${user + system} peak-kibibytes ${process.resourceUsage().maxRSS}`,
  );
});
