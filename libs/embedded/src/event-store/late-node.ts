import type { EventStoreNode, EventStoreNodeOptions } from './start-node.js';

/**
 * The node with its server and protocol, loaded when one is started: the supervisor and most commands never do
 * (decision 0027).
 */
export async function startEventStoreNode(options: EventStoreNodeOptions): Promise<EventStoreNode> {
  const late = await import('./start-node.js');
  return late.startEventStoreNode(options);
}
