import {
  Client,
  credentials,
  type MethodDefinition,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
} from '@grpc/grpc-js';
import { featuresService, streamsService } from '../../../../libs/embedded/src/event-store/services.js';
import type { Fault } from './faults.js';
import { Flow, type Judge } from './flow.js';
import type { Method } from './replies.js';
import { Rule, type When } from './rule.js';

const raw = (bytes: Buffer): Buffer => bytes;
const UNLIMITED = { 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 };

export interface ProxyOptions {
  /** Facts of each subscription kept for `deliverAgain`. Default none. */
  keep?: number;
}

/**
 * Stands between the client and the event store node and speaks the real protocol to both: messages pass as the
 * bytes they are, but for those that a rule strikes. It stores nothing and decides nothing.
 */
export class FaultProxy {
  /** Where each subscription through it was asked to go on from, in their order. */
  readonly subscriptions: bigint[] = [];
  private readonly server = new Server({ ...UNLIMITED, 'grpc.max_concurrent_streams': 100 });
  private readonly far: Client;
  private readonly rules: Rule[] = [];
  private port = 0;

  private constructor(
    to: string,
    private readonly options: ProxyOptions,
  ) {
    this.far = new Client(to, credentials.createInsecure(), {
      ...UNLIMITED,
      'grpc.use_local_subchannel_pool': 1,
      'grpc.initial_reconnect_backoff_ms': 100,
      'grpc.max_reconnect_backoff_ms': 500,
    });
  }

  /** @param url of the node, as the client would be told it */
  static async start(url: string, options: ProxyOptions = {}): Promise<FaultProxy> {
    const proxy = new FaultProxy(new URL(url).host, options);
    for (const { path } of METHODS) {
      const method = path.split('/').at(-1) as Method;
      const definition: MethodDefinition<Buffer, Buffer> = {
        ...{ path, requestStream: true, responseStream: true },
        ...{ requestSerialize: raw, requestDeserialize: raw },
        ...{ responseSerialize: raw, responseDeserialize: raw },
      };
      const handler = (call: ServerDuplexStream<Buffer, Buffer>) => proxy.forward(method, path, call);
      proxy.server.addService({ [method]: definition }, { [method]: handler });
    }
    proxy.port = await new Promise<number>((resolve, reject) => {
      proxy.server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) =>
        error ? reject(error) : resolve(port),
      );
    });
    return proxy;
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  /** From now on, that fault at that moment. A message is struck by one rule at most, the first one made. */
  rule(when: When, fault: Fault): Rule {
    const rule = new Rule(when, fault);
    this.rules.push(rule);
    return rule;
  }

  /** From now on everything passes, whatever became of the test that made a rule. */
  liftAll(): void {
    for (const rule of this.rules.splice(0)) rule.lift();
  }

  stop(): void {
    this.server.forceShutdown();
    this.far.close();
  }

  private forward(method: Method, path: string, near: ServerDuplexStream<Buffer, Buffer>): void {
    const metadata = near.metadata.clone();
    metadata.remove('user-agent');
    const far = this.far.makeBidiStreamRequest(path, raw, raw, metadata, { deadline: near.getDeadline() });
    new Flow(method, near, far, this.judge, this.options.keep ?? 0, (after) =>
      this.subscriptions.push(after),
    );
  }

  private readonly judge: Judge = (flow, bytes, reply) => {
    for (const rule of this.rules) {
      const fault = rule.strikes(flow.method, reply);
      if (!fault) continue;
      fault(flow, bytes, reply());
      return true;
    }
    return false;
  };
}

const METHODS = [...Object.values(streamsService), ...Object.values(featuresService)];
