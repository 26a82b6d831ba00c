import type { status } from '@grpc/grpc-js';
import type { Flow } from './flow.js';
import { checkpointAt, type Reply } from './replies.js';

/** What is done with a message instead of passing it on. */
export type Fault = (flow: Flow, bytes: Buffer, reply: Reply) => void;

/** The message never comes; the call stays as it is. */
export const lose: Fault = () => undefined;

/** The message never comes, and the call breaks; with OK it half-closes: it ends as if in good order. */
export const breakOff =
  (code: status): Fault =>
  (flow) =>
    flow.end(code);

/** Neither this message nor any after it comes, and the call stays open. */
export const fallSilent: Fault = (flow) => flow.fallSilent();

/** The message comes, and after it all facts that the proxy has kept, in their order, once more. */
export const deliverAgain: Fault = (flow, bytes) => {
  flow.pass(bytes);
  for (const fact of [...flow.facts]) flow.pass(fact);
};

/** The fact never comes; instead, the server says that it has considered everything up to it. */
export const checkpointInstead: Fault = (flow, _bytes, { position }) => flow.pass(checkpointAt(position));

/** The message waits until it is released, however long that takes, or until its call is broken instead. */
export class Delay {
  private readonly held: [flow: Flow, bytes: Buffer][] = [];
  readonly fault: Fault = (flow, bytes) => void this.held.push([flow, bytes]);

  release(): void {
    for (const [flow, bytes] of this.held.splice(0)) flow.pass(bytes);
  }

  breakOff(code: status): void {
    for (const [flow] of this.held.splice(0)) flow.end(code);
  }
}
