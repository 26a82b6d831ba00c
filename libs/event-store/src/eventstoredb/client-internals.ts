import type { CallOptions, Client, Metadata } from '@grpc/grpc-js';
import type { Readable } from 'node:stream';

/** The parts of the client that it keeps for its own commands: ours go over the same channel in the same way. */
export interface ClientInternals {
  /** A bare client on the channel of now: connects, and looks for the cluster's node, where there is none yet. */
  getGRPCClient: (type: typeof Client, name: string) => Promise<Client>;
  callArguments: (options: { requiresLeader: boolean }, more: CallOptions) => [Metadata, CallOptions];
  supports: (method: { path: string }, feature?: string) => Promise<boolean>;
  /** Gives the channel up where the error asks for it; to the leader where it names one. */
  handleError: (client: Client, error: Error) => Promise<void>;
  disposableStreams: Iterable<Partial<Readable>>;
  dispose: () => Promise<void>;
  getChannel: () => Promise<{ close(): void }>;
}
