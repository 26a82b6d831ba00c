import { type Decider, evolve, type FactOf, Rejection, UNLIMITED } from '@quittance/kernel';

/** The business day of all decisions in specs, unless they say otherwise. */
export const TODAY = '2026-06-15';

/** A refused command: the problem's code, and the field and rule where it names one. */
export interface Refused {
  refused: string;
  kind: string;
  field?: string;
  rule?: string;
}

/** Given these facts, when that command comes, then these facts follow, or it is refused. */
export function given<Commands, State, Facts, References>(
  decider: Decider<Commands, State, Facts, References>,
  ...facts: readonly FactOf<Facts>[]
) {
  const state = facts.reduce((before, fact) => evolve(decider.evolve, before, fact), decider.initial);
  return {
    state,
    when<Name extends keyof Commands & string>(
      name: Name,
      command: Omit<Commands[Name], 'context'>,
      references: Name extends keyof References ? References[Name] : undefined,
      {
        today = TODAY,
        actor = 'anna',
        roles = ['clerk'],
        hasDay = (_date: string) => true,
        policy = UNLIMITED,
      } = {},
    ): FactOf<Facts>[] | Refused {
      const context = {
        today,
        calendar: { hasDay, dueYearsMost: 10 },
        policy,
        actor: { id: actor, roles },
        entity: 'main',
        stream: `${decider.category}-1`,
        id: '1',
        partId: (index = 0) => `part-${index}`,
        references,
      };
      try {
        return JSON.parse(
          JSON.stringify(decider.decide[name](command as never, state, context)),
        ) as FactOf<Facts>[];
      } catch (error) {
        if (!(error instanceof Rejection)) throw error;
        const [first] = error.errors;
        return {
          refused: error.code,
          kind: error.kind,
          ...(first && { field: first.field, rule: first.rule }),
        };
      }
    },
  };
}

/** What a wrong field is answered with. */
export const wrongField = (field: string, rule: string, code = 'invalid'): Refused => ({
  refused: code,
  kind: 'invalid',
  field,
  rule,
});
