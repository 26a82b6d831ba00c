import { runInNewContext } from 'node:vm';
import { databaseTrouble } from './database-trouble.js';

/** As Node's own code makes them: an error of another realm, which is no `instanceof Error` of this one. */
const foreign = (code: string): unknown =>
  runInNewContext(`Object.assign(new Error('write ${code}'), { code: '${code}' })`);

describe('a database in trouble', () => {
  it('is known by the code of the error, whichever realm the error comes from', () => {
    expect(foreign('EPIPE')).not.toBeInstanceOf(Error);
    expect(databaseTrouble(foreign('EPIPE'))).toMatchObject({ retryAfter: 2, name: 'EPIPE' });
    expect(databaseTrouble(foreign('53300'))).toMatchObject({ retryAfter: 5, name: '53300' });
  });

  it('is in several errors at once when every one of them says so', () => {
    const both = { errors: [foreign('ECONNREFUSED'), foreign('ETIMEDOUT')] };
    expect(databaseTrouble(both)).toMatchObject({ name: 'ECONNREFUSED' });
    expect(
      databaseTrouble({ errors: [foreign('ECONNREFUSED'), new Error('a fault of ours')] }),
    ).toBeUndefined();
  });

  it('is not in a fault of ours', () => {
    for (const fault of [new TypeError('x is not a function'), foreign('42P01'), null, 'text'])
      expect(databaseTrouble(fault)).toBeUndefined();
  });
});
