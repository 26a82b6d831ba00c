import { story } from '../../../test/support/story.js';
import { openSampleServer, type SampleServer } from '../spec/sample-server.js';

let door: SampleServer;
beforeAll(async () => {
  door = await openSampleServer();
});
afterAll(() => door.close());

const fine = { name: 'A', total: '1.00' };

describe('text of nothing but invisible characters', () => {
  const INVISIBLE = [
    '\u200b',
    '\u200e\u200f',
    '\u2060',
    '\u3164',
    '\u115f\u1160',
    '\uffa0',
    '\u{e0041}\u{e007f}',
  ].concat(['\u2800', '\u034f', '\ufe0f', '\u00ad', '\u00a0\u3000', ' \ufeff ']);

  story('mended-doors', 'B5', 'Text of nothing but invisible characters is no text', async (show) => {
    const got: unknown[] = [];
    for (const text of INVISIBLE) {
      const { errors } = await door.refused({ ...fine, name: text, remark: text });
      got.push(errors);
    }
    const right = INVISIBLE.map(() => ['/name text', '/remark text']);
    show({ input: INVISIBLE.map((text) => JSON.stringify(text).replace(/[^ -~]/g, escaped)), right, got });
  });

  it('is told apart from text with some of them in it', async () => {
    const remark = 'שלום\u200f (\u2066a\u2069)';
    expect((await door.post(JSON.stringify({ ...fine, remark }))).body).toMatchObject({ remark });
  });

  it('is not the only text that is none: no letter has more than ten marks', async () => {
    const marks = '\u0301\u0323'.repeat(5);
    expect((await door.post(JSON.stringify({ ...fine, remark: `a${marks}` }))).status).toBe(201);
    expect(await door.refused({ ...fine, remark: `a${marks}\u0301` })).toMatchObject({
      errors: ['/remark text'],
    });
    // To compose as many as a body holds takes minutes, so that a hung test says it, too.
    expect(await door.refused({ ...fine, remark: marks.repeat(3_000) })).toMatchObject({ status: 422 });
  });
});

describe('what has no canonical form', () => {
  it('is refused by its field: half of a surrogate pair, a number beyond all bounds', async () => {
    expect((await door.post('{"name":"\\ud800","total":"1"}')).body).toMatchObject({
      status: 422,
      errors: [{ field: '/name', rule: 'text' }],
    });
    expect((await door.post('{"name":"A","total":1e400}')).body).toMatchObject({
      status: 422,
      errors: [{ field: '/total', rule: 'amount' }],
    });
    expect((await door.post('{"\\udc00":1,"name":"A","total":"1"}')).status).toBe(422);
  });
});

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
