import { Body, Controller, Delete, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Optional, Refusals, Rule } from '@quittance/http';
import { Rejection } from '@quittance/kernel';
import { answerOf, count, words } from '@quittance/reading';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CODE_LASTS } from './sign-in-codes.js';
import { SignIn } from './sign-in.js';

const IsSecret = (example: string): PropertyDecorator =>
  Rule(
    'text',
    'text of 1 to 16384 characters',
    (value) => typeof value === 'string' && /^[\x21-\x7e]{1,16384}$/.test(value),
    { type: String, minLength: 1, maxLength: 16_384, example },
  );

/** How somebody signs in: one of both. */
export class SignInRequest {
  @Optional()
  @IsSecret('pZ3uXb1CqkX0yqSg0s1o2c9nq5cWg7Vd')
  code?: string;

  @Optional()
  @IsSecret('eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJhbm5hIn0.c2lnbmF0dXJl')
  token?: string;
}

const CODE = answerOf({
  code: words('Follows `#` of /session/start', 'pZ3uXb1CqkX0yqSg0s1o2c9nq5cWg7Vd'),
  seconds: count('How long it is good for, once', CODE_LASTS),
});

@ApiTags('Session')
@Controller('session')
export class SessionController {
  constructor(private readonly signIn: SignIn) {}

  @Post()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Sign in with a code or a token: a cookie that no script reads holds the session',
    description:
      'The cookie is good for 60 minutes and is renewed while it is used, up to 10 hours; never longer than the token that it was ' +
      'opened with. A write that it lets in must come from a page of this installation.',
  })
  @ApiNoContentResponse({ description: 'Signed in.' })
  @Refusals('unauthorized', 'sign-in-code', 'too-many-refusals', 'issuer-unavailable', 'database-unavailable')
  async begin(
    @Body() { code, token }: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    void reply.header('Cache-Control', 'no-store');
    if (code !== undefined && token === undefined) return this.signIn.withCode(request, reply, code);
    if (token !== undefined && code === undefined) return this.signIn.withToken(request, reply, token);
    const hint = 'a code of `quittance open`, or in its place a token';
    throw Rejection.invalid('invalid', 'A field is wrong.', { field: '/code', rule: 'one-of-both', hint });
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Sign out: the session ends in every tab, and copies of its cookie with it',
    description: 'Signing out twice does no harm.',
  })
  @ApiNoContentResponse({ description: 'Signed out.' })
  @Refusals('other-site', 'database-unavailable')
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    void reply.header('Cache-Control', 'no-store');
    await this.signIn.end(request, reply);
  }

  @Post('codes')
  @HttpCode(201)
  @ApiOperation({
    summary: 'A code that signs the holder of the token in, once and within 60 seconds',
    description:
      'Needs `Authorization: Bearer`. `quittance open` asks for it and prints the address of the page with it.',
  })
  @ApiCreatedResponse({ description: 'The code.', content: { 'application/json': CODE } })
  @Refusals('unauthorized', 'too-many-refusals', 'issuer-unavailable', 'database-unavailable')
  async code(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ code: string; seconds: number }> {
    void reply.header('Cache-Control', 'no-store');
    return { code: await this.signIn.codeFor(request), seconds: CODE_LASTS };
  }
}
