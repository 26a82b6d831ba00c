import { story } from '../../../test/support/story.js';
import { mustKnowIssuer } from './http-server-settings.js';
import { SettingsError } from './settings-error.js';
import { settingsFrom } from './settings.js';

const ISSUER = {
  AUTH_ISSUER: 'https://issuer.example',
  AUTH_AUDIENCE: 'quittance',
  AUTH_JWKS_URL: 'https://issuer.example/keys',
};
const STORES = { DATABASE_URL: 'postgres://db/quittance_read', EVENTSTORE_URL: 'esdb://node1' };

/** What it says, or what it was refused with. */
function tried<T>(work: () => T): T | string {
  try {
    return work();
  } catch (error) {
    return (error as SettingsError).message;
  }
}

describe('Settings', () => {
  it('have a default for everything: embedded stores, on this machine only', () => {
    expect(settingsFrom({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      dataDir: './data',
      eventStorePort: 2113,
      legalEntity: 'main',
      dueYearsMost: 10,
      timeZone: 'Europe/Rome',
      databaseUrl: undefined,
      auth: undefined,
    });
  });

  it.each([
    [{ PORT: '70000' }, 'PORT'],
    [{ PORT: '3000x' }, 'PORT'],
    [{ EVENTSTORE_PORT: '-1' }, 'EVENTSTORE_PORT'],
    [{ ANALYSTS_PORT: 'x' }, 'ANALYSTS_PORT'],
    [
      { ANALYSTS_PORT: '5433', DATABASE_URL: 'postgres://h/d', EVENTSTORE_URL: 'esdb://h' },
      'ANALYSTS_PORT works with the embedded stores only',
    ],
    [{ TIME_ZONE: 'Mars/Olympus' }, 'TIME_ZONE'],
    [{ DUE_YEARS_MOST: '0' }, 'DUE_YEARS_MOST'],
    [{ DUE_YEARS_MOST: 'ten' }, 'DUE_YEARS_MOST'],
    [{ TIME_ZONE: 'Pacific/Apia', CLOCK_START: '2011-12-30' }, 'CLOCK_START'],
    [{ LEGAL_ENTITY: 'a b' }, 'LEGAL_ENTITY'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, 'OTEL_EXPORTER_OTLP_ENDPOINT'],
    [{ DUNNING_SCHEDULE: 'daily' }, 'DUNNING_SCHEDULE'],
    [{ CLOCK_START: '2026-02-30' }, 'CLOCK_START'],
    [{ DATABASE_URL: 'postgres://localhost/a' }, 'set both, or neither'],
    [{ DATABASE_URL: 'mysql://localhost/a', EVENTSTORE_URL: 'esdb://localhost' }, 'DATABASE_URL'],
    [{ AUTH_ISSUER: 'https://issuer.example' }, 'set all three'],
    [{ ...ISSUER, AUTH_JWKS_URL: 'http://issuer.example/keys' }, 'AUTH_JWKS_URL: must begin with https://'],
    [{ ...ISSUER, AUTH_JWKS_URL: 'http://127.0.0.1.example.com/keys' }, 'AUTH_JWKS_URL'],
    [{ ...ISSUER, AUTH_JWKS_URL: 'issuer.example/keys' }, 'AUTH_JWKS_URL'],
    [{ ...ISSUER, AUTH_DEVELOPMENT: 'true' }, 'AUTH_DEVELOPMENT: tokens come from AUTH_ISSUER or'],
    [{ AUTH_DEVELOPMENT: 'yes' }, 'AUTH_DEVELOPMENT: true, or left out'],
    [{ AUTH_MOST_LIFETIME: '59' }, 'AUTH_MOST_LIFETIME: a whole number of 60'],
    [{ AUTH_MOST_LIFETIME: '1h' }, 'AUTH_MOST_LIFETIME'],
    [{ AUTH_MOST_REFUSALS: '0' }, 'AUTH_MOST_REFUSALS'],
    [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY: true is no address'],
    [{ TRUST_PROXY: '10.0.0.0/8, 0.0.0.0/0' }, 'TRUST_PROXY: 0.0.0.0/0'],
    [{ TRUST_PROXY: '10.0.0.1,' }, 'TRUST_PROXY: nothing'],
    [{ QUITTANCE_EVENTSTORE_URL: 'esdb://localhost' }, 'set both, or neither'],
    [{ DATABASE_URL: 'postgres://h/d', QUITTANCE_EVENTSTORE_URL: 'http://h' }, 'QUITTANCE_EVENTSTORE_URL'],
    [
      { CLOCK_START: '2026-01-01', DATABASE_URL: 'postgres://h/d', EVENTSTORE_URL: 'esdb://h' },
      'embedded stores only',
    ],
  ])('%p is refused, and the line names what is wrong', (env, said) => {
    expect(() => settingsFrom(env)).toThrow(SettingsError);
    expect(() => settingsFrom(env)).toThrow(said);
  });

  it('take keys of the issuer over http from this machine alone', () => {
    for (const host of ['localhost:8080', '127.0.0.1', '127.1.2.3', '[::1]:8080']) {
      const env = { ...ISSUER, AUTH_JWKS_URL: `http://${host}/keys` };
      expect(settingsFrom(env).auth?.jwksUrl).toBe(`http://${host}/keys`);
    }
  });

  it('believe the proxies that are named, and no other', () => {
    expect(settingsFrom({}).trustProxy).toBeUndefined();
    expect(settingsFrom({ TRUST_PROXY: '10.0.0.5, 192.168.0.0/16,loopback,fd00::/8' }).trustProxy).toEqual([
      ...['10.0.0.5', '192.168.0.0/16', 'loopback', 'fd00::/8'],
    ]);
  });

  story(
    'mended-doors',
    'D3',
    'QUITTANCE_EVENTSTORE_URL is understood and wins over EVENTSTORE_URL',
    (show) => {
      const url = (env: Record<string, string>) => settingsFrom({ ...STORES, ...env }).eventStoreUrl;
      show({
        input: [{ EVENTSTORE_URL: 'esdb://node1' }, { QUITTANCE_EVENTSTORE_URL: 'esdb://node2' }],
        right: ['esdb://node1', 'esdb://node2', 'esdb://node2'],
        got: [
          url({}),
          url({ QUITTANCE_EVENTSTORE_URL: 'esdb://node2' }),
          url({ EVENTSTORE_URL: '', QUITTANCE_EVENTSTORE_URL: 'esdb://node2' }),
        ],
      });
    },
  );

  story(
    'mended-doors',
    'C2',
    'Stores of one’s own need an issuer of tokens, or its absence said on purpose',
    (show) => {
      const may = (env: Record<string, string>) =>
        tried(() => (mustKnowIssuer(settingsFrom({ ...STORES, ...env })), 'starts'));
      const refusal =
        'AUTH_ISSUER, AUTH_AUDIENCE and AUTH_JWKS_URL: set all three, since DATABASE_URL and EVENTSTORE_URL are given; ' +
        'to try it out with tokens signed by a key in DATA_DIR, set AUTH_DEVELOPMENT=true';
      show({
        input: ['both stores, no AUTH_*', 'AUTH_ISSUER and the others', 'AUTH_DEVELOPMENT=true'],
        right: [refusal, 'starts', 'starts'],
        got: [may({}), may(ISSUER), may({ AUTH_DEVELOPMENT: 'true' })],
      });
      show({
        input: ['http://issuer.example/keys', 'http://127.0.0.1:8080/keys'],
        right: [expect.stringContaining('must begin with https://'), 'starts'],
        got: ['http://issuer.example/keys', 'http://127.0.0.1:8080/keys'].map((AUTH_JWKS_URL) =>
          may({ ...ISSUER, AUTH_JWKS_URL }),
        ),
      });
    },
  );

  it('need no issuer for the embedded stores, also where their children are told the addresses', () => {
    expect(() => mustKnowIssuer(settingsFrom({}))).not.toThrow();
    expect(() => mustKnowIssuer(settingsFrom({ ...STORES, QUITTANCE_EMBEDDED: 'true' }))).not.toThrow();
  });
});
