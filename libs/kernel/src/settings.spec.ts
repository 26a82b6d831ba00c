import { SettingsError, settingsFrom } from './settings.js';

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
    [
      { CLOCK_START: '2026-01-01', DATABASE_URL: 'postgres://h/d', EVENTSTORE_URL: 'esdb://h' },
      'embedded stores only',
    ],
  ])('%p is refused, and the line names what is wrong', (env, said) => {
    expect(() => settingsFrom(env)).toThrow(SettingsError);
    expect(() => settingsFrom(env)).toThrow(said);
  });
});
