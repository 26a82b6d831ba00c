import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, UuidInPath, WriteRoute, WrittenAnswer } from '@quittance/http';
import { wrong } from '@quittance/kernel';
import {
  ApproveDraft,
  ChangeDraft,
  CreateDraft,
  DiscardDraft,
  DraftIssuedAnswer,
  IssueDraft,
} from './draft.commands.js';
import { issueInSeries } from './issue-in-series.js';

const draftId = UuidInPath('id');
const OPEN = ['draft-issued', 'draft-discarded', 'person-erased'] as const;
const WHOLE = ['unknown-customer', 'unknown-person'] as const;

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
      409: [...OPEN, 'needs-approval', 'number-taken', 'looks-alike', 'merged', 'draft-reopened'],
      422: [...WHOLE],
    },
  })
  async issue(
    @Param('id', draftId) id: string,
    @Body() command: IssueDraft,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    given(command, context, { draftId: id });
    const { series, number } = command;
    if (series === undefined) return this.commands.execute(command);
    if (number !== undefined) throw wrong('/series', 'either', series, 'number or series, not both');
    return issueInSeries((one) => this.commands.execute(one), command);
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
