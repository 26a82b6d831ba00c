// A side runs in a process of its own, so that its CPU time and its compiled code are its own.

/** Does what it is asked for over IPC, one thing at a time. */
export function answering(does) {
  process.on('message', ({ what, ...given }) => {
    void does[what](given).then(
      (answer) => process.send({ answer: answer ?? null }),
      (error) => process.send({ error: String(error.stack ?? error) }),
    );
  });
  process.on('disconnect', () => process.exit(0)).on('SIGTERM', () => process.exit(0));
  process.send({ ready: {} });
}
