import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Body, Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication, RouteConfig } from '@nestjs/platform-fastify';
import { StoreUnavailableError } from '@quittance/event-store';
import { authenticator } from '../src/authentication.js';
import { BodyPipe } from '../src/body.js';
import { fastifyAdapter, guard } from '../src/http-server.js';
import {
  IsAmount,
  IsBusinessDate,
  IsCurrency,
  IsFreeText,
  IsIdText,
  IsListOf,
  IsPart,
  Optional,
} from '../src/validation.js';
import { type Problem } from '../src/problem.js';
import { ProblemFilter } from '../src/problem.filter.js';
import { signDevelopmentToken } from '../src/development-issuer.js';
import { TextInPath, UuidInPath } from '../src/path-id.js';
import { type Actor, Rejection } from '@quittance/kernel';

// A server with a few routes of no feature, to say the rules of HTTP on.

class PartOfIt {
  @IsIdText() id!: string;
  @IsAmount() amount!: string;
}
class Request {
  @IsIdText() name!: string;
  @IsAmount() total!: string;
  @Optional() @IsFreeText(500) remark?: string;
  @Optional() @IsBusinessDate() on?: string;
  @Optional() @IsCurrency() currency?: string;
  @Optional() @IsListOf(() => PartOfIt, 3) parts?: PartOfIt[];
  @Optional() @IsPart(() => PartOfIt) main?: PartOfIt;
}

@Controller('v1')
class Things {
  @Post('things') take(@Body() body: Request): Request {
    return body;
  }
  @Post('many-things') @RouteConfig({ largestBody: 128 * 1024 }) takeMany(@Body() body: Request): Request {
    return body;
  }
  @Get('things/:name') text(@Param('name', TextInPath('name')) name: string): { name: string } {
    return { name };
  }
  @Get('uuids/:id') uuid(@Param('id', UuidInPath('id')) id: string): { id: string } {
    return { id };
  }
  @Get('closed') closed(): string {
    return 'nobody sees it';
  }
  @Get('failures') fail(@Query('of') of: string): never {
    if (of === 'store') throw new StoreUnavailableError('10.0.0.7 refused');
    if (of === 'database') throw Object.assign(new Error('connect 10.0.0.7'), { code: 'ECONNREFUSED' });
    if (of === 'rule') throw Rejection.conflict('number-taken', 'The number is taken.');
    throw new Error('select secret from vault.keys');
  }
}
@Module({ controllers: [Things] })
class ThingsModule {}

const ROLES = {
  'POST /v1/things': ['clerk'],
  'POST /v1/many-things': ['clerk'],
  'GET /v1/things/:name': ['clerk', 'auditor'],
  'GET /v1/uuids/:id': ['clerk'],
  'GET /v1/failures': ['clerk'],
};

export interface SampleServer {
  url: string;
  token: string;
  dataDir: string;
  /** Actors told of, in order. */
  met: Actor[];
  ask(path: string, init?: RequestInit, token?: string | null): Promise<Asked>;
  post(body: string | Uint8Array<ArrayBuffer>, headers?: Record<string, string>): Promise<Asked>;
  /** Status, and `field rule` of every error. */
  refused(body: unknown): Promise<{ status: number; errors: string[] }>;
  close(): Promise<void>;
}
export interface Asked {
  response: Response;
  status: number;
  body: Problem;
}

/** Opens it on a free port. Asks as anna, a clerk, where no other token is given; null: without one. */
export async function openSampleServer(): Promise<SampleServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'quittance-door-'));
  const met: Actor[] = [];
  const app = await NestFactory.create<NestFastifyApplication>(ThingsModule, fastifyAdapter(), {
    abortOnError: false,
    bodyParser: false,
    logger: false,
  });
  guard(app.getHttpAdapter().getInstance(), {
    authenticate: await authenticator({ dataDir }),
    roles: ROLES,
    firstSeen: async (actor) => void met.push(actor),
  });
  app.useGlobalPipes(new BodyPipe());
  app.useGlobalFilters(new ProblemFilter());
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const clerk = await signDevelopmentToken(dataDir, { sub: 'anna', roles: ['clerk'] });

  const ask: SampleServer['ask'] = async (path, init = {}, token = clerk) => {
    const headers = new Headers(init.headers);
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    const response = await fetch(url + path, { ...init, headers });
    return { response, status: response.status, body: (await response.json()) as Problem };
  };
  const post: SampleServer['post'] = (body, headers) =>
    ask('/v1/things', { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  return {
    url,
    token: clerk,
    dataDir,
    met,
    ask,
    post,
    async refused(body) {
      const { status, body: problem } = await post(JSON.stringify(body));
      return { status, errors: problem.errors.map(({ field, rule }) => `${field} ${rule}`) };
    },
    async close() {
      await app.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
