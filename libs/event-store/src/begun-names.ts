import { Rejection } from '@quittance/kernel';
import type { CommandAttempt } from './command-attempt.js';
import type { HeldName, LookAlikes } from './looks-alike.js';

interface Asking {
  lookAlikes: Pick<LookAlikes, 'claim' | 'takeOver'>;
  exists: (stream: string) => Promise<boolean>;
  entity: string;
}

/**
 * Claims the name under which the command begins its stream.
 * @returns what it holds, or the name that looks like it and is another's
 */
export async function claimName(
  { command, route }: CommandAttempt,
  { lookAlikes, exists, entity }: Asking,
): Promise<HeldName | string | undefined> {
  if (!route.unmistakable) return undefined;
  const { field, kind, accepted } = route.unmistakable;
  const name = textOf(command, field);
  const claim = await lookAlikes.claim({ kind, name }, accepted?.(command) ?? false);
  if (claim.mine) return { kind, name, claim };
  for (const other of claim.names) if (await exists(route.ids![field]!(entity, other, command))) return other;
  // Whoever claimed it never came to begin a stream.
  const taken = await lookAlikes.takeOver({ kind, name }, claim);
  return taken ? { kind, name, claim: taken } : claim.names[0]!;
}

/** 409: another stands there whose name differs by case, blanks or hyphens alone. */
export function looksAlike({ command, route }: CommandAttempt, other: string): Rejection {
  const { field, kind, accepted } = route.unmistakable!;
  const name = textOf(command, field);
  return Rejection.conflict(
    'looks-alike',
    `The ${kind} "${other}" is there already, and looks like "${name}".`,
    {
      field: `/${field}`,
      rule: 'looks-alike',
      value: name,
      hint: accepted
        ? `use "${other}"; if it is another one, say "acceptLookalike": true`
        : `use another than "${other}"`,
    },
  );
}

const textOf = (command: object, field: string): string => (command as Record<string, string>)[field]!;
