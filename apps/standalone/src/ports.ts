import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from '@quittance/embedded';

/** How long the processes of a Quittance before us may hold the port; a little more than an api gives to its last requests. */
const PATIENCE = 10_000;

/**
 * Whether the port can be listened on, asked before anything is started: a line about a port after half a minute of
 * starting helps nobody. @throws CannotStart naming the setting.
 * @param before whether processes of a Quittance before us are still there: the port is waited for then, and that said
 */
export async function checkPort(
  setting: 'PORT' | 'EVENTSTORE_PORT' | 'ANALYSTS_PORT',
  port: number,
  host: string,
  before?: { ending: () => boolean; tell: (line: string) => void },
): Promise<void> {
  if (port === 0) return;
  const until = Date.now() + PATIENCE;
  for (let said = false; ; said = true) {
    const error = await listened(port, host);
    if (!error) return;
    const wait = error.code === 'EADDRINUSE' && Date.now() < until && before?.ending();
    if (!before || !wait) throw new CannotStart(why(error, setting, port, host));
    if (!said) before.tell(`Waiting for the Quittance before to end, which still holds port ${port}`);
    await pause(100);
  }
}

async function listened(port: number, host: string): Promise<NodeJS.ErrnoException | undefined> {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, 'listening');
    return undefined;
  } catch (error) {
    return error as NodeJS.ErrnoException;
  } finally {
    server.close();
  }
}

function why({ code }: NodeJS.ErrnoException, setting: string, port: number, host: string): string {
  switch (code) {
    case 'EADDRINUSE':
      return `${setting}: port ${port} on ${host} is in use by another program; set ${setting} to another, or to 0 for a free one`;
    case 'EACCES':
      return `${setting}: no right to listen on port ${port}; set ${setting} to one above 1023`;
    default:
      return `HOST: cannot listen on ${host} (${code})`;
  }
}

/** One that nobody listens on; asked for by 0. */
export async function freePort(host: string): Promise<number> {
  const server = createServer();
  server.listen({ port: 0, host, exclusive: true });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
