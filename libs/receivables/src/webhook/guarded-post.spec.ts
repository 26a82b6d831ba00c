import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { guardedPost, mayBeReached } from './guarded-post.js';

describe('what may be reached', () => {
  it.each([
    ['127.0.0.1', 'https:', [], false],
    ['::1', 'https:', [], false],
    ['::ffff:10.0.0.1', 'https:', [], false],
    ['169.254.169.254', 'https:', [], false],
    ['100.64.0.1', 'https:', [], false],
    ['0.0.0.0', 'https:', [], false],
    ['fd00::1', 'https:', [], false],
    ['93.184.216.34', 'https:', [], true],
    ['93.184.216.34', 'http:', [], false],
    ['10.1.2.3', 'http:', ['10.1.0.0/16'], true],
    ['10.2.2.3', 'http:', ['10.1.0.0/16'], false],
    ['::ffff:10.1.2.3', 'https:', ['10.1.2.3'], true],
    ['fd00::1', 'http:', ['fd00::/8', '10.0.0.1'], true],
    [undefined, 'https:', ['10.0.0.1'], false],
  ])('%s over %s with %j allowed: %s', (address, protocol, allow, may) => {
    expect(mayBeReached(address, protocol, allow)).toBe(may);
  });
});

describe('a post', () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url!);
    request.resume();
    if (request.url === '/moved') return response.writeHead(302, { location: '/elsewhere' }).end();
    response.writeHead(200).end('x'.repeat(100_000));
  });
  let at: (host: string, path: string) => string;
  beforeAll(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    at = (host, path) => `http://${host}:${(server.address() as AddressInfo).port}${path}`;
  });
  afterAll(() => server.close());
  beforeEach(() => void asked.splice(0));

  it.each(['127.0.0.1', 'localhost', '2130706433', '[::ffff:127.0.0.1]', '0x7f.1'])(
    'to %s says nothing to a server of the own network',
    async (host) => {
      const { post } = guardedPost([]);
      expect(await post(at(host, '/'), {}, '{}')).toEqual({ failed: 'address-refused' });
      expect(asked).toEqual([]);
    },
  );

  it('reaches what is allowed, and follows no redirect', async () => {
    const { post } = guardedPost(['127.0.0.1']);
    expect(await post(at('localhost', '/'), {}, '{}')).toEqual({ status: 200 });
    expect(await post(at('127.0.0.1', '/moved'), {}, '{}')).toEqual({ status: 302 });
    expect(asked).toEqual(['/', '/moved']);
  });

  it('that nobody answers says so', async () => {
    const { post } = guardedPost(['127.0.0.1']);
    expect(await post('http://127.0.0.1:1/', {}, '{}')).toEqual({ failed: 'no-answer' });
  });
});
