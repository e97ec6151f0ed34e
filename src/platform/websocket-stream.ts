import type {Stream, StreamOpener} from '../call/ports.js';
import {
  STREAM_PROTOCOL,
  TOKEN_PROTOCOL_PREFIX,
  type ServerFrame,
  type TransportInfo,
} from '../contract/index.js';
import {toJson} from './json.js';

/** Audio is dropped while this much waits to be sent, in bytes: two seconds at 16 kHz. */
const MAX_BUFFERED_BYTES = 64_000;

/** Close code that stands for "never connected", as browsers report it. */
const ABNORMAL = 1006;

/** How long a socket may take to open, in milliseconds. */
const OPEN_TIMEOUT_MS = 10_000;

/** Connects to a session's stream over a WebSocket (contract §1, stream). */
export const openWebSocketStream: StreamOpener = (transport, sessionToken, listener): Stream => {
  const socket = connect(transport, sessionToken);
  if (!socket) {
    let closed = false;
    queueMicrotask(() => closed || listener.closed(ABNORMAL));
    return {send() {}, sendAudio() {}, close: () => void (closed = true)};
  }
  socket.binaryType = 'arraybuffer';
  const timeout = setTimeout(() => socket.close(), OPEN_TIMEOUT_MS);
  socket.onopen = () => {
    clearTimeout(timeout);
    listener.opened();
  };
  socket.onmessage = ({data}: MessageEvent<string | ArrayBuffer>) => {
    if (typeof data !== 'string') return listener.audio(data);
    const frame = parse(data);
    if (frame) listener.frame(frame);
  };
  socket.onclose = ({code}) => {
    clearTimeout(timeout);
    listener.closed(code);
  };
  const isOpen = () => socket.readyState === WebSocket.OPEN;
  return {
    send(frame) {
      if (isOpen()) socket.send(toJson(frame));
    },
    sendAudio(pcm) {
      if (isOpen() && socket.bufferedAmount < MAX_BUFFERED_BYTES) socket.send(pcm);
    },
    close() {
      clearTimeout(timeout);
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close(1000);
    },
  };
};

/** A socket under way, or null where there is no way: plain `ws:` on a secure page, say. */
function connect(transport: TransportInfo, sessionToken: string): WebSocket | null {
  if (transport.kind !== 'websocket') return null;
  try {
    return new WebSocket(transport.url, [STREAM_PROTOCOL, TOKEN_PROTOCOL_PREFIX + sessionToken]);
  } catch {
    return null;
  }
}

/** A frame, or null for what is none: a later server's words are not this widget's end. */
function parse(data: string): ServerFrame | null {
  try {
    const frame = JSON.parse(data) as ServerFrame;
    return typeof frame?.type === 'string' ? frame : null;
  } catch {
    return null;
  }
}
