import { createHash } from 'node:crypto';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType } from '@nestjs/swagger';
import { type CommandContext, type Outcome, uuid5 } from '@quittance/event-store';
import { Context, given, UuidInPath, WriteRoute, WrittenAnswer } from '@quittance/http';
import { Rejection, wrong } from '@quittance/kernel';
import {
  ApproveDraft,
  ChangeDraft,
  CheckDraft,
  CreateDraft,
  DiscardDraft,
  DraftIssuedAnswer,
  IssueDraft,
  TakeNumber,
} from './draft.commands.js';

const draftId = UuidInPath('id');
const OPEN = ['draft-issued', 'draft-discarded', 'person-erased'] as const;
const WHOLE = ['unknown-customer', 'unknown-person'] as const;

/** Numbers of a series that were given by hand and are passed over. */
const PASSED_OVER = 20;

export class DraftIssuedWritten extends IntersectionType(WrittenAnswer, DraftIssuedAnswer) {}

@ApiTags('Drafts')
@Controller('v1/drafts')
export class DraftController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @WriteRoute({
    summary: 'Write an invoice that is not issued yet',
    description: 'Fields of an invoice without its number. Nothing of it is owed, and no report has it.',
    creates: true,
    largestBody: 1024 * 1024,
    refusals: { 409: ['merged', 'person-erased'], 422: [...WHOLE] },
  })
  create(@Body() command: CreateDraft, @Context() context: CommandContext): Promise<Outcome> {
    return this.commands.execute(given(command, context));
  }

  @Post(':id/changes')
  @WriteRoute({
    summary: 'Change a draft',
    description: 'Only what is named changes, `null` empties. What was approved must be approved again.',
    largestBody: 1024 * 1024,
    refusals: { 404: ['draft-not-found'], 409: [...OPEN, 'merged'], 422: [...WHOLE] },
  })
  change(
    @Param('id', draftId) id: string,
    @Body() command: ChangeDraft,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { draftId: id }));
  }

  @Post(':id/approval')
  @WriteRoute({
    summary: 'Approve a draft',
    description:
      'As it stands, by somebody who neither wrote nor changed it. One above the credit limit of its customer needs it.',
    refusals: { 404: ['draft-not-found'], 409: [...OPEN, 'same-person', 'already-approved'] },
  })
  approve(
    @Param('id', draftId) id: string,
    @Body() command: ApproveDraft,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { draftId: id }));
  }

  @Post(':id/issue')
  @WriteRoute({
    summary: 'Issue a draft as an invoice',
    description:
      'Under `number`, or under the next number of `series`, which is taken first: a number that is taken and then not used is a gap that the numbering report tells.',
    answer: DraftIssuedWritten,
    refusals: {
      404: ['draft-not-found'],
      409: [...OPEN, 'needs-approval', 'number-taken', 'looks-alike', 'merged'],
      422: [...WHOLE],
    },
  })
  async issue(
    @Param('id', draftId) id: string,
    @Body() command: IssueDraft,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    given(command, context, { draftId: id });
    const { series } = command;
    if (series === undefined) return this.commands.execute(command);
    if (command.number !== undefined) throw wrong('/series', 'either', series, 'number or series, not both');
    for (let attempt = 0; ; attempt += 1) {
      const number = await this.next(series, id, attempt, context);
      try {
        return await this.commands.execute(
          Object.assign(new IssueDraft(), command, { series: undefined, number }),
        );
      } catch (error) {
        const given = error instanceof Rejection && ['number-taken', 'looks-alike'].includes(error.code);
        if (!given || attempt >= PASSED_OVER) throw error;
      }
    }
  }

  /** The number that is taken for the draft: the same one whoever asks and however often, once the draft can be issued. */
  private async next(series: string, id: string, attempt: number, context: CommandContext): Promise<string> {
    const by = (key: string, body: object): object => ({
      ...body,
      context: {
        ...context,
        key,
        hash: createHash('sha256').update(JSON.stringify(body)).digest('hex'),
        ifMatch: undefined,
      },
    });
    const checked = { draftId: id };
    await this.commands.execute(
      Object.assign(new CheckDraft(), by(uuid5(id, 'check', context.key), checked)),
    );
    const taken = { series, draftId: id };
    const key = uuid5(id, 'number', series, String(attempt));
    const { facts } = await this.commands.execute<TakeNumber, Outcome>(
      Object.assign(new TakeNumber(), by(key, taken)),
    );
    return facts[0]!.data.number as string;
  }

  @Post(':id/discard')
  @WriteRoute({
    summary: 'Discard a draft',
    refusals: { 404: ['draft-not-found'], 409: [...OPEN] },
  })
  discard(
    @Param('id', draftId) id: string,
    @Body() command: DiscardDraft,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { draftId: id }));
  }
}
