// Loaded before a process of the product: tells over IPC how long its event loop was held at most since it was asked last.
const { monitorEventLoopDelay } = require('node:perf_hooks');

if (process.send) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  process.on('message', ({ what }) => {
    if (what !== 'delay') return;
    process.send({ answer: { milliseconds: delay.max / 1e6 } });
    delay.reset();
  });
}
