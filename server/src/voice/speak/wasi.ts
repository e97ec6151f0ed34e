/** Errno values of WASI preview 1 that this host can give. */
const ERRNO = {success: 0, badf: 8, noent: 44, nosys: 52} as const;

/** WASI file types and the directory descriptor that a module is given. */
const FILETYPE = {directory: 3, regularFile: 4, characterDevice: 2} as const;
const PREOPENED = 3;

/** Thrown by `proc_exit` to unwind the module. */
class ProgramExit extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`exit ${status}`);
    this.status = status;
  }
}

interface OpenFile {
  bytes: Uint8Array;
  length: number;
  position: number;
}

/**
 * Runs a WASI command whose only file is one it writes, in memory.
 *
 * `node:wasi` would need a real directory for the output and is experimental;
 * a speech synthesiser needs thirteen calls, of which most do nothing.
 * Returns what was written to the file, whatever its name.
 *
 * @throws when the program ends with a status other than 0.
 */
export function runWasiCommand(module: WebAssembly.Module, args: readonly string[]): Uint8Array {
  const host = new WasiHost(args);
  const instance = new WebAssembly.Instance(module, {wasi_snapshot_preview1: host.imports()});
  const {memory, _start: start} = instance.exports;
  if (!(memory instanceof WebAssembly.Memory) || typeof start !== 'function') {
    throw new Error('Not a WASI command: it exports no memory or no _start.');
  }
  host.attach(memory);
  try {
    start();
  } catch (error) {
    if (!(error instanceof ProgramExit)) throw error;
    if (error.status !== 0)
      throw new Error(`The WASI command ended with ${error.status}.`, {cause: error});
  }
  return host.output();
}

class WasiHost {
  readonly #args: Uint8Array[];
  #memory: WebAssembly.Memory | undefined;
  readonly #file: OpenFile = {bytes: new Uint8Array(1 << 17), length: 0, position: 0};
  #isOpen = false;

  constructor(args: readonly string[]) {
    this.#args = args.map(arg => new TextEncoder().encode(`${arg}\0`));
  }

  attach(memory: WebAssembly.Memory): void {
    this.#memory = memory;
  }

  output(): Uint8Array {
    return this.#file.bytes.slice(0, this.#file.length);
  }

  /** The imports by their WASI names. */
  imports(): Record<string, (...args: never[]) => number> {
    return {
      args_get: (argv: number, buffer: number) => this.#argsGet(argv, buffer),
      args_sizes_get: (count: number, size: number) => this.#argsSizes(count, size),
      clock_time_get: (_id: number, _precision: bigint, result: number) => {
        this.#view().setBigUint64(result, BigInt(Math.round(performance.now() * 1e6)), true);
        return ERRNO.success;
      },
      fd_close: () => ERRNO.success,
      fd_fdstat_get: (fd: number, result: number) => this.#fdstat(fd, result),
      fd_fdstat_set_flags: () => ERRNO.success,
      fd_prestat_get: (fd: number, result: number) => this.#prestat(fd, result),
      fd_prestat_dir_name: (_fd: number, path: number) => {
        this.#view().setUint8(path, '/'.charCodeAt(0));
        return ERRNO.success;
      },
      fd_read: () => ERRNO.nosys,
      fd_seek: (fd: number, offset: bigint, whence: number, result: number) =>
        this.#seek(fd, offset, whence, result),
      fd_write: (fd: number, vectors: number, count: number, result: number) =>
        this.#write(fd, vectors, count, result),
      path_open: (...args: number[]) => {
        this.#isOpen = true;
        this.#view().setUint32(args[8] ?? 0, PREOPENED + 1, true);
        return ERRNO.success;
      },
      proc_exit: (status: number): number => {
        throw new ProgramExit(status);
      },
    };
  }

  #view(): DataView {
    if (!this.#memory) throw new Error('The WASI host has no memory yet.');
    return new DataView(this.#memory.buffer);
  }

  #argsGet(argv: number, buffer: number): number {
    const view = this.#view();
    let at = buffer;
    this.#args.forEach((arg, index) => {
      view.setUint32(argv + index * 4, at, true);
      new Uint8Array(view.buffer).set(arg, at);
      at += arg.length;
    });
    return ERRNO.success;
  }

  #argsSizes(count: number, size: number): number {
    const view = this.#view();
    view.setUint32(count, this.#args.length, true);
    view.setUint32(
      size,
      this.#args.reduce((sum, arg) => sum + arg.length, 0),
      true,
    );
    return ERRNO.success;
  }

  #fdstat(fd: number, result: number): number {
    const view = this.#view();
    const type =
      fd === PREOPENED
        ? FILETYPE.directory
        : fd > PREOPENED
          ? FILETYPE.regularFile
          : FILETYPE.characterDevice;
    view.setUint8(result, type);
    view.setUint16(result + 2, 0, true);
    // Every right: nothing that this host offers needs guarding.
    view.setBigUint64(result + 8, 0xffffffffffffffffn, true);
    view.setBigUint64(result + 16, 0xffffffffffffffffn, true);
    return ERRNO.success;
  }

  #prestat(fd: number, result: number): number {
    if (fd !== PREOPENED) return ERRNO.badf;
    const view = this.#view();
    view.setUint32(result, 0, true);
    view.setUint32(result + 4, 1, true);
    return ERRNO.success;
  }

  #seek(fd: number, offset: bigint, whence: number, result: number): number {
    if (fd <= PREOPENED || !this.#isOpen) return ERRNO.badf;
    const file = this.#file;
    const base = whence === 0 ? 0 : whence === 1 ? file.position : file.length;
    file.position = base + Number(offset);
    this.#view().setBigUint64(result, BigInt(file.position), true);
    return ERRNO.success;
  }

  #write(fd: number, vectors: number, count: number, result: number): number {
    const view = this.#view();
    let written = 0;
    for (let index = 0; index < count; index += 1) {
      const start = view.getUint32(vectors + index * 8, true);
      const length = view.getUint32(vectors + index * 8 + 4, true);
      if (fd > PREOPENED) this.#append(new Uint8Array(view.buffer, start, length));
      written += length;
    }
    view.setUint32(result, written, true);
    return ERRNO.success;
  }

  #append(chunk: Uint8Array): void {
    const file = this.#file;
    const end = file.position + chunk.length;
    if (end > file.bytes.length) {
      const larger = new Uint8Array(Math.max(end, file.bytes.length * 2));
      larger.set(file.bytes.subarray(0, file.length));
      file.bytes = larger;
    }
    file.bytes.set(chunk, file.position);
    file.position = end;
    file.length = Math.max(file.length, end);
  }
}
