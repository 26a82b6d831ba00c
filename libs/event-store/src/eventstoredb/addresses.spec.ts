import { addressFor } from './addresses.js';
import { Connection } from './connection.js';

describe('The address of an event store', () => {
  it('differs by purpose, so that each gets a connection of its own', () => {
    const url = 'esdb://127.0.0.1:2113?tls=false';
    expect(addressFor(url, 'appends')).toBe('esdb://127.0.0.1:2113?tls=false&keepAliveTimeout=10000');
    expect(addressFor(url, 'reads')).toBe('esdb://127.0.0.1:2113?tls=false&keepAliveTimeout=10001');
    expect(addressFor(url, 'subscriptions')).toBe('esdb://127.0.0.1:2113?tls=false&keepAliveTimeout=10002');
  });

  it.each([
    ['esdb://host', 'esdb://host?keepAliveTimeout=10001'],
    ['esdb://host:2113/', 'esdb://host:2113?keepAliveTimeout=10001'],
    [
      'esdb+discover://user:pass@cluster?tls=true',
      'esdb+discover://user:pass@cluster?tls=true&keepAliveTimeout=10001',
    ],
    [
      'esdb://a:1,b:2,c:3?nodePreference=leader',
      'esdb://a:1,b:2,c:3?nodePreference=leader&keepAliveTimeout=10001',
    ],
    ['esdb://host?keep-alive-timeout=60000', 'esdb://host?keepAliveTimeout=60001'],
    ['esdb://host?keepAliveInterval=-1', 'esdb://host?keepAliveInterval=-1&keepAliveTimeout=10001'],
    ['esdb://host?keepAliveTimeout=-1', 'esdb://host?keepAliveTimeout=-1'],
    [
      'esdb://user:p%40ss@host?tls=true&tlsCAFile=%2Fa%20b%26c%2Bd%2Ftls.crt',
      'esdb://user:p%40ss@host?tls=true&tlsCAFile=%2Fa%20b%26c%2Bd%2Ftls.crt&keepAliveTimeout=10001',
    ],
  ])('%s keeps what it says of the server', (url, expected) => {
    expect(addressFor(url, 'reads')).toBe(expected);
  });

  it('loses what the client does not know: it would print that with the whole address', () => {
    const url = 'esdb://user:secret@host?tls=true&colour=red&tlsVerifyCert=false&Node-Preference=leader';
    expect(addressFor(url, 'reads')).toBe(
      'esdb://user:secret@host?tls=true&Node-Preference=leader&keepAliveTimeout=10001',
    );
  });

  it('that the client cannot read is refused without being repeated', () => {
    const connect = (url: string) => () => new Connection(addressFor(url, 'reads'));
    expect(connect('esdb://user:sec,ret@host:x')).toThrow(/^the event store's address: it cannot be read/);
    expect(connect('esdb://user:secret@host?tlsCAFile=%2Fnowhere')).toThrow(/certificate file/);
  });

  it.each(['', 'host:2113', 'http://host:2113', 'esdb://', 'postgres://user:secret@host/db'])(
    'is not %p, and the refusal does not repeat it',
    (url) => {
      expect(() => addressFor(url, 'reads')).toThrow(RangeError);
      expect(() => addressFor(url, 'reads')).not.toThrow(/secret/);
    },
  );
});
