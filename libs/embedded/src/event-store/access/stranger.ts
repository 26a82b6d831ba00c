/**
 * What somebody tries who has nothing but the port: a script for `node -e`, so that an account which cannot enter the
 * project's folder can run it. Prints what each try got: an error's code, or the status of the call.
 */
export const STRANGER = `
const fs = require('fs'), http2 = require('http2');
const [port, folder] = process.argv.slice(1);
const got = {};
for (const name of folder ? ['secret', 'tls.key', 'tls.crt'] : []) {
  try { fs.readFileSync(folder + '/' + name); got[name] = 'read'; } catch ({ code }) { got[name] = code; }
}
const call = (session, method, authorization) => new Promise((resolve) => {
  const stream = session.request({
    ':method': 'POST', ':path': '/event_store.client.streams.Streams/' + method,
    'content-type': 'application/grpc', te: 'trailers', ...(authorization && { authorization }),
  });
  const heard = (headers) => headers['grpc-status'] !== undefined && resolve(headers['grpc-status']);
  stream.on('response', heard).on('trailers', heard).on('error', () => undefined);
  stream.on('close', () => resolve('no answer')).resume();
  stream.end(Buffer.alloc(5));
});
const wrong = 'Basic ' + Buffer.from('quittance:' + 'x'.repeat(43)).toString('base64');
(async () => {
  const session = http2.connect('https://127.0.0.1:' + port, { rejectUnauthorized: false }).on('error', () => undefined);
  for (const method of ['Append', 'BatchAppend', 'Read', 'Delete', 'Tombstone']) {
    got[method + ', no secret'] = await call(session, method);
    got[method + ', a wrong secret'] = await call(session, method, wrong);
  }
  session.destroy();
  const plain = http2.connect('http://127.0.0.1:' + port).on('error', () => undefined);
  got['without TLS'] = await call(plain, 'Read', wrong);
  plain.destroy();
  console.log(JSON.stringify(got));
})();
`;
