import { story } from '../../../test/support/story.js';
import { type Asked, openSampleServer, type SampleServer } from '../spec/sample-server.js';
import { checked } from './body.js';
import { noDays } from './business-days.js';
import { IsBusinessDate, IsListOf } from './validation.js';

let door: SampleServer;
beforeAll(async () => {
  door = await openSampleServer();
});
afterAll(() => door.close());

const fine = { name: 'A', total: '1.00' };

class Part {
  @IsBusinessDate() on!: string;
}
class Dated extends Part {
  @IsListOf(() => Part, 5) parts!: Part[];
}

describe('a date in a body', () => {
  it('is not before 1900', async () => {
    expect(await door.refused({ ...fine, on: '1899-12-31' })).toEqual({ status: 422, errors: ['/on date'] });
    expect((await door.post(JSON.stringify({ ...fine, on: '1900-01-01' }))).status).toBe(201);
  });

  it('is a day that the zone had, wherever it stands', () => {
    const body = checked(Dated, { on: '2011-12-30', parts: [{ on: '2011-12-29' }, { on: '2011-12-30' }] });
    const fields = noDays(body, (date) => date !== '2011-12-30').map(({ field, rule }) => `${field} ${rule}`);
    expect(fields).toEqual(['/on date', '/parts/1/on date']);
  });
});

describe('a body', () => {
  it('is JSON in UTF-8, an object', async () => {
    expect((await door.post(JSON.stringify(fine))).status).toBe(201);
    expect((await door.post('{"name":')).body).toMatchObject({ status: 400, code: 'unparsable' });
    expect((await door.post('')).body).toMatchObject({ status: 400, code: 'unparsable' });
    expect((await door.post(new Uint8Array([0x22, 0xff, 0x22]))).body).toMatchObject({ status: 400 });
    expect((await door.post('[]')).body).toMatchObject({
      status: 422,
      errors: [{ field: '', rule: 'object' }],
    });
    expect((await door.post('null')).body).toMatchObject({ status: 422 });
    expect((await door.post('a=1', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(
      415,
    );
    expect((await door.post('{}', { 'content-type': 'application/json; charset=utf-16' })).status).toBe(415);
  });

  it('names each field once, however the name is written and however deep', async () => {
    expect((await door.post('{"name":"A","name":"B","total":"1"}')).body).toMatchObject({
      status: 400,
      code: 'doubled-field',
      errors: [{ field: '/name' }],
    });
    const escaped = await door.post('{"parts":[{},{"id":"x","\\u0069d":"y"}]}');
    expect(escaped.body).toMatchObject({ status: 400, errors: [{ field: '/parts/1/id' }] });
    expect(
      (await door.post('{"name":"\\"name\\":{","total":"1","main":{"id":"a","amount":"1"}}')).status,
    ).toBe(201);
  });

  it('reaches no prototype and is not deeper than requests are', async () => {
    expect(await door.refused({ ...fine, ['constructor']: {} })).toEqual({
      status: 422,
      errors: ['/constructor unknown-field'],
    });
    expect(
      (await door.post('{"name":"A","total":"1","main":{"__proto__":{"id":"x"}}}')).body.errors,
    ).toMatchObject([{ field: '/main/__proto__', rule: 'unknown-field' }]);
    expect(({} as { id?: string }).id).toBeUndefined();
    expect((await door.post('['.repeat(30_000) + ']'.repeat(30_000))).body).toMatchObject({
      code: 'too-deep',
    });
  });

  it('is as large as its route takes: 64 KiB where it says nothing else', async () => {
    const sized = (bytes: number): string => {
      const body = JSON.stringify({ ...fine, name: '' });
      return body.replace('""', `"${'x'.repeat(bytes - body.length)}"`);
    };
    const large = await door.post(sized(64 * 1024 + 1));
    expect(large.body).toMatchObject({ status: 413, code: 'too-large' });
    expect(large.response.headers.get('content-type')).toContain('application/problem+json');
    expect((await door.post(sized(64 * 1024))).body).toMatchObject({ status: 422 });
    const many = (path: string, bytes: number): Promise<Asked> =>
      door.ask(path, {
        method: 'POST',
        body: sized(bytes),
        headers: { 'content-type': 'application/json' },
      });
    expect((await many('/v1/many-things', 128 * 1024)).status).toBe(422);
    expect((await many('/v1/many-things', 128 * 1024 + 1)).status).toBe(413);
  });

  story(
    'mended-doors',
    'B2',
    'A body holds 200 names an object, 1,000 items a list, 10,000 values',
    async (show) => {
      const names = (count: number): string =>
        `{${Array.from({ length: count }, (_, i) => `"n${i}":1`).join()}}`;
      const items = (count: number): string => `[${Array(count).fill('1').join()}]`;
      const told = async (body: string): Promise<unknown> => {
        const { status, body: problem } = await door.post(body);
        return [status, problem.errors[0]?.field, problem.errors[0]?.rule];
      };
      const lists = (count: number): string => `{"l":[${Array(10).fill(items(count)).join()}]}`;
      const right = {
        '200 unknown names': [422, '/n0', 'unknown-field'],
        '201 unknown names': [422, '', 'max-names'],
        '201 names in a part': [422, '/parts/1', 'max-names'],
        '1,000 items': [422, '/l', 'unknown-field'],
        '1,001 items': [422, '/l', 'max-items'],
        '10,000 values': [422, '/l', 'unknown-field'],
        '10,001 values': [422, '', 'max-values'],
      };
      const got = {
        '200 unknown names': await told(names(200)),
        '201 unknown names': await told(names(201)),
        '201 names in a part': await told(`{"parts":[{},${names(201)}]}`),
        '1,000 items': await told(`{"l":${items(1_000)}}`),
        '1,001 items': await told(`{"l":${items(1_001)}}`),
        // One name, ten lists, and what is in them.
        '10,000 values': await told(lists(998).replace('[[', '[1,1,1,1,1,1,1,1,1,[')),
        '10,001 values': await told(lists(998).replace('[[', '[1,1,1,1,1,1,1,1,1,1,[')),
      };
      show({ input: 'bodies of that size', right, got });
      const { body } = await door.post(names(200));
      expect(body.errors).toHaveLength(100);
    },
  );
});

describe('a name that every object has from its prototype', () => {
  const inherited = Object.getOwnPropertyNames(Object.prototype);
  const others = ['prototype', 'name', 'length', 'then', 'toJSON'];

  story('mended-doors', 'B5', 'Names like toString are unknown fields, wherever they stand', async (show) => {
    const told = async (body: string): Promise<string> => {
      const { status, body: problem } = await door.post(body);
      return `${status} ${problem.errors.map(({ field, rule }) => `${field} ${rule}`).join()}`;
    };
    const got: string[] = [];
    const right: string[] = [];
    for (const name of inherited) {
      got.push(await told(`{"name":"A","total":"1","${name}":1}`));
      right.push(`422 /${name} unknown-field`);
      got.push(await told(`{"name":"A","total":"1","parts":[{"id":"x","amount":"1","${name}":"y"}]}`));
      right.push(`422 /parts/0/${name} unknown-field`);
    }
    show({ input: inherited, right, got });
  });

  it('is told apart from those that only sound like it', async () => {
    for (const name of others.filter((other) => other !== 'name')) {
      expect(await door.refused({ ...fine, [name]: 1 })).toEqual({
        status: 422,
        errors: [`/${name} unknown-field`],
      });
    }
  });
});

describe('the fields', () => {
  it('are all told of at once, with a pointer, the rule, the value and a hint', async () => {
    const { body } = await door.post(JSON.stringify({ name: 7, total: '1e3', on: '2026-02-30', also: 1 }));
    expect(body).toMatchObject({ status: 422, code: 'invalid' });
    expect(body.errors).toEqual([
      { field: '/also', rule: 'unknown-field', value: 1, hint: expect.any(String) as string },
      { field: '/name', rule: 'text', value: 7, hint: expect.any(String) as string },
      { field: '/total', rule: 'amount', value: '1e3', hint: expect.any(String) as string },
      { field: '/on', rule: 'date', value: '2026-02-30', hint: expect.any(String) as string },
    ]);
    expect(await door.refused({})).toEqual({ status: 422, errors: ['/name required', '/total required'] });
  });

  it('within lists and parts are told of as well', async () => {
    const parts = [{ id: 'x', amount: '1' }, { id: 'y', amount: 100, more: true }, {}];
    expect((await door.refused({ ...fine, parts })).errors.sort()).toEqual([
      '/parts/1/amount amount',
      '/parts/1/more unknown-field',
      '/parts/2/amount required',
      '/parts/2/id required',
    ]);
    expect((await door.refused({ ...fine, parts: ['x'] })).errors).toEqual(['/parts objects']);
    expect((await door.refused({ ...fine, parts: [[{}]] })).errors[0]).toBe('/parts objects');
    expect((await door.refused({ ...fine, parts: { 0: {} } })).errors[0]).toBe('/parts list');
    expect((await door.refused({ ...fine, parts: Array(4).fill({ id: 'x', amount: '1' }) })).errors).toEqual([
      '/parts max-items',
    ]);
    expect((await door.refused({ ...fine, main: [] })).errors).toEqual(['/main object']);
    expect((await door.refused({ ...fine, main: 'x' })).errors).toEqual(['/main object']);
    expect((await door.refused({ ...fine, on: null })).errors).toEqual(['/on date']);
  });

  it.each(['1e3', '-0', '-1', '100,00', '.5', '5.', '', ' 1', '1234567890123456', 100, null, ['1'], {}])(
    'take no amount like %j',
    async (total) => {
      expect(await door.refused({ ...fine, total })).toEqual({ status: 422, errors: ['/total amount'] });
    },
  );

  it.each(['XAU', 'XXX', 'eur', 'EURO', '', 5, null])('take no currency like %j', async (currency) => {
    expect(await door.refused({ ...fine, currency })).toEqual({
      status: 422,
      errors: ['/currency currency'],
    });
  });

  it.each(['', '  ', 'a\0b', 'a\nb', '\u202ea', '\ud800', 'x'.repeat(101)])(
    'take no id like %j',
    async (name) => {
      expect(await door.refused({ ...fine, name })).toEqual({ status: 422, errors: ['/name text'] });
    },
  );

  it('keep ids trimmed and in NFC', async () => {
    const { body } = await door.post(JSON.stringify({ ...fine, name: '  Caffe\u0301 ' }));
    expect(body).toMatchObject({ name: 'Caff\u00e9' });
  });

  it('echo at most 100 characters', async () => {
    const { body } = await door.post(
      JSON.stringify({ name: 'x'.repeat(5000), total: '1', ['y'.repeat(5000)]: 1 }),
    );
    for (const error of body.errors) {
      expect(error.field.length).toBeLessThanOrEqual(100);
      expect(JSON.stringify(error.value).length).toBeLessThanOrEqual(102);
    }
    expect(body.errors).toHaveLength(2);
  });
});
