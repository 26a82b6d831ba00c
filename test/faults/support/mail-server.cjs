// A mail server that is a process of its own. It writes each mail that it has taken as a line of MAIL_SERVER_TOOK; MAIL_SERVER_DIES
// says when it dies then: `before` it has answered that it has the mail, or `after` its answer was heard.
const { appendFileSync } = require('node:fs');
const { SMTPServer } = require('smtp-server');

const { MAIL_SERVER_TOOK: took, MAIL_SERVER_DIES: dies, PORT: port } = process.env;
const die = () => process.kill(process.pid, 'SIGKILL');
let answered = false;

const server = new SMTPServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  onData(stream, { envelope }, done) {
    const parts = [];
    stream.on('data', (part) => parts.push(part));
    stream.on('end', () => {
      const source = Buffer.concat(parts).toString();
      const [messageId] = /^Message-ID: .*$/im.exec(source) ?? [''];
      appendFileSync(took, `${JSON.stringify({ to: envelope.rcptTo[0].address, messageId, source })}\n`);
      if (dies === 'before') die();
      answered = true;
      done();
    });
  },
  // Whoever sent it has read the answer, and goes.
  onClose: () => answered && dies === 'after' && die(),
});
server.on('error', () => undefined);
server.listen(Number(port), '127.0.0.1', () =>
  process.send({ ready: { port: server.server.address().port } }),
);
