import {once} from 'node:events';
import {connect, createServer, type AddressInfo, type Socket} from 'node:net';

/** A proxy on loopback before several processes: each connection goes to the next one that takes it. */
export class RoundRobin {
  /** Ports of the processes; may change at any time. */
  readonly ports: number[];
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer(socket => this.#carry(socket));
  #turn = 0;

  private constructor(ports: readonly number[]) {
    this.ports = [...ports];
  }

  static async start(ports: readonly number[] = []): Promise<RoundRobin> {
    const proxy = new RoundRobin(ports);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  /** @param tried - How many of the processes did not take it. */
  #carry(socket: Socket, turn = this.#turn++, tried = 0): void {
    const port = this.ports[(turn + tried) % this.ports.length];
    if (port === undefined || tried === this.ports.length) {
      socket.destroy();
      return;
    }
    const upstream = connect(port, '127.0.0.1');
    const refused = () => this.#carry(socket, turn, tried + 1);
    upstream.once('error', refused);
    upstream.once('connect', () => {
      upstream.off('error', refused);
      for (const [end, other] of [
        [socket, upstream],
        [upstream, socket],
      ] as const) {
        this.#sockets.add(end);
        end.on('error', () => {});
        end.once('close', () => {
          this.#sockets.delete(end);
          other.destroy();
        });
        end.pipe(other);
      }
    });
  }
}
