// Lets the storage page's script hear of every event.
addToLibrary({
  host_bench_wake: () => { Module.wake(); },
});
