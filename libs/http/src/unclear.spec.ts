import { once } from 'node:events';
import { type IncomingMessage, type OutgoingHttpHeaders, request as ask } from 'node:http';
import { json } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { story } from '../../../test/support/story.js';
import { openSampleServer, type SampleServer } from '../spec/sample-server.js';
import { ifMatch } from './command.js';
import type { Problem } from './problem.js';

let door: SampleServer;
beforeAll(async () => {
  door = await openSampleServer();
});
afterAll(() => door.close());

const FINE = JSON.stringify({ name: 'A', total: '1.00' });

/** With the headers as they are given: fetch would join those that come twice. */
async function raw(
  method: string,
  path: string,
  headers: OutgoingHttpHeaders = {},
  body?: string | Buffer,
): Promise<{ status?: number; code?: string; allow?: string; accept?: unknown }> {
  const sent = ask(door.url + path, {
    method,
    headers: { authorization: `Bearer ${door.token}`, ...headers },
  });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const { code } = method === 'HEAD' ? {} : ((await json(answer)) as Partial<Problem>);
  const { allow, 'accept-encoding': accept } = answer.headers;
  return { status: answer.statusCode, code, ...(allow && { allow }), ...(accept && { accept }) };
}
const JSON_TYPE = { 'content-type': 'application/json' };

describe('a request that can be read in two ways, or not at all, is refused', () => {
  story('mended-doors', 'B5', 'A doubled Idempotency-Key or Content-Type is 400', async (show) => {
    const post = (headers: OutgoingHttpHeaders): ReturnType<typeof raw> =>
      raw('POST', '/v1/things', { ...JSON_TYPE, ...headers }, FINE);
    const got = {
      once: (await post({ 'idempotency-key': 'a' })).status,
      key: await post({ 'idempotency-key': ['a', 'b'] }),
      'same key': await post({ 'Idempotency-Key': ['a', 'a'] }),
      type: await post({ 'content-type': ['application/json', 'text/plain'] }),
      'two tokens': await raw('POST', '/v1/things', {
        ...JSON_TYPE,
        authorization: [`Bearer ${door.token}`, 'Bearer a.b.c'],
      } as unknown as OutgoingHttpHeaders),
    };
    const doubled = { status: 400, code: 'doubled-header' };
    const right = { once: 201, key: doubled, 'same key': doubled, type: doubled, 'two tokens': doubled };
    show({ input: 'each of these headers twice', right, got });
  });

  story('mended-doors', 'B5', 'Broken percent-encoding in a query is 400', async (show) => {
    const queries = ['of=%', 'of=%zz', 'of=%E0%A4', 'of=%ff', 'a%=1', 'of=ru%6ce', 'of=rule+%2B'];
    const got: unknown[] = [];
    for (const query of queries) got.push(await raw('GET', `/v1/failures?${query}`));
    const broken = { status: 400, code: 'malformed-query' };
    const right = [broken, broken, broken, broken, broken];
    show({
      input: queries,
      right: [...right, { status: 409, code: 'number-taken' }, { status: 500, code: 'internal-error' }],
      got,
    });
  });

  story('mended-doors', 'B5', 'A Content-Encoding that is not understood is 415', async (show) => {
    const post = (coding: string, body: string | Buffer): ReturnType<typeof raw> =>
      raw('POST', '/v1/things', { ...JSON_TYPE, 'content-encoding': coding }, body);
    const got = {
      gzip: await post('gzip', gzipSync(FINE)),
      'no coding at all': await post('pressed', FINE),
      identity: (await post('identity', FINE)).status,
    };
    const refused = { status: 415, code: 'content-encoding', accept: 'identity' };
    show({
      input: Object.keys(got),
      right: { gzip: refused, 'no coding at all': refused, identity: 201 },
      got,
    });
  });

  story(
    'mended-doors',
    'B5',
    'A wrong method is 405 with Allow, on every path that there is',
    async (show) => {
      const asked: [string, string][] = [
        ['DELETE', '/v1/things'],
        ['PUT', '/v1/things?x=1'],
        ['POST', '/v1/things/a'],
        ['OPTIONS', '/v1/things/a%2Fb'],
        ['PROPFIND', '/v1/closed'],
        ['GET', '/v1/things'],
        ['DELETE', '/v1/nothing'],
        ['DELETE', '/v1/things/a/b'],
      ];
      const got: unknown[] = [];
      for (const [method, path] of asked) {
        const { status, allow } = await raw(method, path);
        got.push([status, allow]);
      }
      const right = [
        [405, 'POST'],
        [405, 'POST'],
        [405, 'GET, HEAD'],
        [405, 'GET, HEAD'],
        [405, 'GET, HEAD'],
        [405, 'POST'],
        [404, undefined],
        [404, undefined],
      ];
      show({ input: asked.map((words) => words.join(' ')), right, got });
    },
  );

  it('only after its token', async () => {
    const { status } = await door.ask('/v1/things?a=%', { method: 'DELETE' }, null);
    expect(status).toBe(401);
  });
});

describe('If-Match', () => {
  it('names the revisions of strong tags, and none by any other tag', () => {
    expect(ifMatch(undefined)).toBeUndefined();
    expect(ifMatch(' * ')).toBe('any');
    expect(ifMatch('"3"')).toEqual([3n]);
    expect(ifMatch('"3" ,, "4",W/"5"')).toEqual([3n, 4n]);
    for (const none of ['W/"0"', '"00"', '"-1"', '""', '"a,b"', `"${'9'.repeat(40)}"`]) {
      expect(ifMatch(none)).toEqual([]);
    }
  });

  it.each(['', ',', '0', '"0', 'w/"0"', '"0" "1"', '*, "0"', '"a b"', '"a"b"'])(
    'is a list of tags in quotes, not %j',
    (header) => {
      expect(() => ifMatch(header)).toThrow('if-match-malformed');
    },
  );
});
