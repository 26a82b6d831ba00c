import { isBusinessDate, isDayIn, isTimeZone } from '@quittance/kernel';
import { type HttpServerSettings, httpServerSettings } from './http-server-settings.js';
import { networks } from './networks.js';
import { SettingsError } from './settings-error.js';

export { SettingsError };

/** What an installation is told by its environment (docs/operations.md). One installation, one legal entity. */
export interface Settings extends HttpServerSettings {
  host: string;
  port: number;
  dataDir: string;
  /** Whether DATA_DIR was given: a given one that cannot be used is refused, the default one may move. */
  dataDirGiven: boolean;
  /** Both or neither; neither: the embedded stores. */
  databaseUrl?: string;
  eventStoreUrl?: string;
  eventStorePort: number;
  /** Embedded only: where analysts read with SQL, on 127.0.0.1 and with a password; unset: nowhere. */
  analystsPort?: number;
  legalEntity: string;
  timeZone: string;
  /** Years after the day of issue by which an invoice is due at the latest, agreed dates included. */
  dueYearsMost: number;
  smtpUrl?: string;
  /** Addresses and networks of one's own that webhooks may reach; none when empty. */
  webhookAllow: string[];
  /** Who sends mails: `Name <address>`, or an address alone. */
  mailFrom: string;
  /** Folder in which bounces arrive, one message a file. */
  mailBounces?: string;
  /** Where people reach the page, without a slash at the end: mails to them have links. */
  publicUrl?: string;
  /** Folder of analysts' projections, one a file. */
  analystsDir?: string;
  /** File of the key that signs audit exports: Ed25519, PEM, outside the data folder. */
  auditSigningKey?: string;
  /** Cron expression of the morning run, in the entity's zone. */
  dunningSchedule: string;
  logLevel: LogLevel;
  /** Where spans go, by OTLP over HTTP; unset: nothing is traced. OpenTelemetry reads its other variables itself. */
  otlpEndpoint?: string;
  /** Embedded only: the business today starts here. */
  clockStart?: string;
  /** Set by the standalone process for its children: the shift of the business today. */
  clockOffsetDays: number;
  /** Set by the standalone process for its children: the stores they are given are the embedded ones. */
  embedded: boolean;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Reads and validates the settings. Pure: the environment comes in. @throws SettingsError */
export function settingsFrom(env: Record<string, string | undefined>): Settings {
  const text = (name: string): string | undefined => env[name]?.trim() || undefined;
  const databaseUrl = url(text('DATABASE_URL'), 'DATABASE_URL', ['postgres:', 'postgresql:']);
  // The first name wins. A server reads EVENTSTORE_* from its own environment, and refuses to start with what is ours.
  const eventStoreName =
    ['QUITTANCE_EVENTSTORE_URL', 'EVENTSTORE_URL'].find((name) => text(name)) ?? 'EVENTSTORE_URL';
  const eventStoreUrl = url(text(eventStoreName), eventStoreName, ['esdb:', 'esdb+discover:']);
  if (!databaseUrl !== !eventStoreUrl) {
    throw new SettingsError('DATABASE_URL and EVENTSTORE_URL: set both, or neither for the embedded stores');
  }
  const timeZone = text('TIME_ZONE') ?? 'Europe/Rome';
  if (!isTimeZone(timeZone)) throw new SettingsError(`TIME_ZONE: ${timeZone} is no IANA time zone`);
  const legalEntity = text('LEGAL_ENTITY') ?? 'main';
  if (!/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/.test(legalEntity)) {
    throw new SettingsError('LEGAL_ENTITY: letters, digits, dot, dash and underscore, at most 40');
  }
  const logLevel = LOG_LEVELS.find((level) => level === (text('LOG_LEVEL') ?? 'info'));
  if (!logLevel) throw new SettingsError(`LOG_LEVEL: one of ${LOG_LEVELS.join(', ')}`);
  const clockStart = text('CLOCK_START');
  if (clockStart && !(isBusinessDate(clockStart) && isDayIn(timeZone, clockStart))) {
    throw new SettingsError('CLOCK_START: a date that exists, as YYYY-MM-DD');
  }
  if (clockStart && databaseUrl && !env.QUITTANCE_CLOCK_OFFSET_DAYS) {
    throw new SettingsError('CLOCK_START works with the embedded stores only');
  }
  if (text('ANALYSTS_PORT') && databaseUrl && env.QUITTANCE_EMBEDDED !== 'true') {
    throw new SettingsError(
      'ANALYSTS_PORT works with the embedded stores only: at DATABASE_URL, give analysts roles of their own',
    );
  }
  return {
    host: text('HOST') ?? '127.0.0.1',
    port: port(text('PORT'), 'PORT', 3000),
    dataDir: text('DATA_DIR') ?? './data',
    dataDirGiven: text('DATA_DIR') !== undefined,
    databaseUrl,
    eventStoreUrl,
    eventStorePort: port(text('EVENTSTORE_PORT'), 'EVENTSTORE_PORT', 2113),
    analystsPort:
      text('ANALYSTS_PORT') === undefined ? undefined : port(text('ANALYSTS_PORT'), 'ANALYSTS_PORT', 0),
    legalEntity,
    timeZone,
    dueYearsMost: years(text('DUE_YEARS_MOST')),
    ...httpServerSettings(text),
    smtpUrl: url(text('SMTP_URL'), 'SMTP_URL', ['smtp:', 'smtps:']),
    webhookAllow: networks(text('WEBHOOK_ALLOW'), 'WEBHOOK_ALLOW'),
    mailFrom: mailFrom(text('MAIL_FROM'), text('SMTP_URL')),
    mailBounces: text('MAIL_BOUNCES'),
    publicUrl: url(text('PUBLIC_URL'), 'PUBLIC_URL', ['http:', 'https:'])?.replace(/\/+$/, ''),
    analystsDir: text('ANALYSTS_DIR'),
    auditSigningKey: text('AUDIT_SIGNING_KEY'),
    dunningSchedule: cron(text('DUNNING_SCHEDULE') ?? '0 8 * * *'),
    logLevel,
    otlpEndpoint: otlpEndpoint(text),
    clockStart,
    clockOffsetDays: Number(env.QUITTANCE_CLOCK_OFFSET_DAYS ?? 0),
    embedded: env.QUITTANCE_EMBEDDED === 'true',
  };
}

function url(value: string | undefined, name: string, schemes: string[]): string | undefined {
  if (value === undefined) return undefined;
  if (!schemes.some((scheme) => value.startsWith(`${scheme}//`))) {
    throw new SettingsError(
      `${name}: must begin with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`,
    );
  }
  return value;
}

function otlpEndpoint(text: (name: string) => string | undefined): string | undefined {
  const names = ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT'];
  const [first] = names.flatMap((name) => url(text(name), name, ['http:', 'https:']) ?? []);
  return first;
}

/** The form of a cron expression; the scheduler knows what the fields may say. */
function cron(value: string): string {
  if (/^\S+( +\S+){4,5}$/.test(value)) return value;
  throw new SettingsError(`DUNNING_SCHEDULE: ${value} is no cron expression of 5 or 6 fields`);
}

/** One sender, with one address and no line breaks. */
function mailFrom(value: string | undefined, smtpUrl: string | undefined): string {
  if (value === undefined && smtpUrl !== undefined)
    throw new SettingsError('MAIL_FROM: who sends the mails that go to SMTP_URL, as Name <address>');
  const from = value ?? 'Quittance <quittance@localhost>';
  if (/^(?:[^<>"\p{C}]{1,100} <[^\s@<>,;]+@[^\s@<>,;]+>|[^\s@<>,;]+@[^\s@<>,;]+)$/u.test(from)) return from;
  throw new SettingsError(`MAIL_FROM: ${from} is no sender: Name <address>, or an address`);
}

function years(value = '10'): number {
  if (/^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= 100) return Number(value);
  throw new SettingsError(`DUE_YEARS_MOST: ${value} is no whole number of years from 1 to 100`);
}

function port(value: string | undefined, name: string, standard: number): number {
  if (value === undefined) return standard;
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) {
    throw new SettingsError(`${name}: ${value} is no port (0 to 65535, 0 for a free one)`);
  }
  return Number(value);
}
