// Says at the end how much memory the process used at most.
process.on("exit", () => {
  console.error(`peak-kibibytes ${process.resourceUsage().maxRSS}`);
});
