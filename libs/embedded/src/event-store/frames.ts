/**
 * Encoded messages that go out in one write. grpc-js writes message by message, each when the one before it has left
 * the process, so each costs a system call. It asks an encoded message for its length, makes room for it and five
 * bytes more (which it fills), and has it copied there. These are as long as the messages with five bytes before
 * each, but the first, and fill the whole room.
 */
export class Frames {
  readonly byteLength: number;

  constructor(private readonly messages: readonly Buffer[]) {
    this.byteLength = messages.reduce((size, { length }) => size + HEAD + length, -HEAD);
  }

  copy(room: Buffer): number {
    let at = 0;
    for (const message of this.messages) {
      room[at] = 0; // not compressed
      room.writeUInt32BE(message.length, at + 1);
      at += HEAD + message.copy(room, at + HEAD);
    }
    return at;
  }
}

/** A byte for compression, four for the length. */
const HEAD = 5;
