/** Milliseconds that a clock may differ before anybody notices: the server tells its own in whole seconds. */
const UNNOTICED = 2_000;

/** How far this machine's clock is ahead of the server's, as its last answer told. */
let ahead = 0;

/** What was recorded carries the server's time: a machine whose clock is wrong still asks for instants that were. */
export const nowAtServer = (): number => Date.now() - ahead;

export function noteServerClock(headers: Headers): void {
  const told = Date.parse(headers.get('Date') ?? '');
  if (Number.isNaN(told)) return;
  const differs = Date.now() - told;
  ahead = Math.abs(differs) > UNNOTICED ? differs : 0;
}
