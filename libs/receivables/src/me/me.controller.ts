import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RouteRoles } from '@quittance/http';
import { type Actor, type Clock, CURRENCIES, decimalsOf } from '@quittance/kernel';
import { productVersion } from '@quittance/process';
import {
  AFTER,
  Answer,
  answerOf,
  count,
  listOf,
  oneOf,
  orNull,
  part,
  readQuery,
  ReadRoute,
  shownOnly,
  texts,
  words,
} from '@quittance/reading';
import type { FastifyRequest } from 'fastify';
import { Pool } from 'pg';
import { CLOCK, ENTITY, ROLES_OF_ROUTES, TIME_ZONE } from '../parts.js';
import { WAYS } from '../alert/alert.events.js';
import { LANGUAGES, languageOf } from '../telling/sentences.js';

/** Terms and buckets that forms and reports offer; any others may be typed. */
const TERMS = [
  ...[14, 30, 60, 90].map((days) => ({ type: 'net', days })),
  ...[30, 60].map((days) => ({ type: 'endOfMonth', days })),
];
const BUCKETS = [
  [30, 60, 90],
  [15, 30, 45, 60],
  [30, 60, 90, 120, 180],
];
const LISTS_OF_ENDS = { type: 'array', items: { type: 'array', items: { type: 'integer' } } };

const ENTITY_SAYS = {
  code: words('Code of the legal entity', 'main'),
  timeZone: words('IANA zone of its business dates', 'Europe/Rome'),
  today: shownOnly('Its business date', { type: 'string', format: 'date' }, '2026-03-31', String),
  currencies: listOf('All that an invoice can be in', {
    code: words('ISO 4217', 'EUR'),
    decimals: count('Of an amount in it', 2),
  }),
  termsPresets: listOf('Terms to offer', {
    type: words('As of `terms`', 'net'),
    days: count('As of `terms`', 30),
  }),
  bucketPresets: shownOnly('Buckets to offer', LISTS_OF_ENDS, BUCKETS, () => BUCKETS),
};

const ME = answerOf({
  personId: words('Who asks: `sub` of the token', 'anna'),
  name: orNull(words('As registered, else as the provider says it', 'Anna Neri')),
  roles: texts('Roles of the token or session', ['manager']),
  language: oneOf('By `Accept-Language`', LANGUAGES, 'it'),
  may: texts('Every route that one of the roles may use', [
    'GET /v1/invoices',
    'POST /v1/invoices/{id}/owner',
  ]),
  alerts: oneOf('How they are told of what falls due', WAYS, 'none'),
  entity: part('The legal entity', ENTITY_SAYS),
  version: words('The release of Quittance', '0.1.0'),
});

@ApiTags('People')
@Controller('v1/me')
export class MeController {
  private readonly version = productVersion();
  private readonly currencies = CURRENCIES.map((code) => ({ code, decimals: decimalsOf(code) }));

  constructor(
    private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ENTITY) private readonly code: string,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(ROLES_OF_ROUTES) private readonly routes: RouteRoles,
  ) {}

  @Get()
  @ReadRoute({
    summary: 'Who asks, what they may do, and what a page needs to know of the entity',
    description:
      '`may` is the table of roles and routes, read for this caller. Limits and duties are judged when something is done.',
    ...ME,
  })
  async me(@Query() query: Record<string, unknown>, @Req() request: FastifyRequest): Promise<Answer> {
    readQuery(query, AFTER);
    const { id, roles } = request.actor!;
    const known = await this.knownOf(id);
    return new Answer({
      personId: id,
      name: known?.name ?? request.signedInAs ?? null,
      roles: [...roles],
      language: languageOf(request.headers['accept-language']),
      may: this.may(roles),
      alerts: known?.alerts ?? 'none',
      entity: {
        ...{ code: this.code, timeZone: this.timeZone, today: this.clock.today() },
        ...{ currencies: this.currencies, termsPresets: TERMS, bucketPresets: BUCKETS },
      },
      version: this.version,
    });
  }

  private may(roles: Actor['roles']): string[] {
    return Object.entries(this.routes)
      .filter(([, allowed]) => roles.some((role) => allowed.includes(role)))
      .map(([route]) => route.replace(/:(\w+)/g, '{$1}'))
      .sort();
  }

  private async knownOf(id: string): Promise<{ name: string | null; alerts: string | null } | undefined> {
    const { rows } = await this.pool.query<{ name: string | null; alerts: string | null }>(
      `select p.name, (select k.alerts from live.alert_choices k where k.person_id = p.id order by k.position desc limit 1) as alerts
       from live.people p where p.id = $1`,
      [id],
    );
    return rows[0];
  }
}
