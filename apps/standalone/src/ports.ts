import { once } from 'node:events';
import { createServer } from 'node:net';
import { CannotStart } from '@quittance/embedded';

/**
 * Whether the port can be listened on, asked before anything is started: a line about a port after half a minute of
 * starting helps nobody. @throws CannotStart naming the setting.
 */
export async function checkPort(
  setting: 'PORT' | 'EVENTSTORE_PORT',
  port: number,
  host: string,
): Promise<void> {
  if (port === 0) return;
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, 'listening');
  } catch (error) {
    throw new CannotStart(why(error as NodeJS.ErrnoException, setting, port, host));
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
