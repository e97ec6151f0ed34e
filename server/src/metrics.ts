import {createServer, type Server} from 'node:http';
import {collectDefaultMetrics, Counter, Gauge, Histogram, Registry} from 'prom-client';
import type {CallMode, EndReason} from '../../src/contract/index.js';
import type {RequestEntry} from './http/request-log.js';
import type {TurnTimings} from './voice/index.js';

/** What can be counted at any time. */
export interface LiveCounts {
  calls(): {voice: number; text: number};
  /** Voice calls that this process takes at once. */
  maxCalls: number;
}

/** What a server counts, for Prometheus. Labels come from fixed lists: no id, token or address. */
export interface Metrics {
  request(entry: RequestEntry): void;
  callStarted(mode: CallMode): void;
  callEnded(reason: EndReason, seconds: number): void;
  turn(timings: TurnTimings): void;
  /** A stream closed at its beginning, or for what came over it, with this code. */
  streamRefused(code: number): void;
  callTakenOver(): void;
  webhook(isDelivered: boolean): void;
  text(): Promise<string>;
}

const HTTP_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const STAGE_SECONDS = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 1, 1.5, 2, 3, 5];
const CALL_SECONDS = [5, 15, 30, 60, 120, 300, 600, 1200, 1800];

/** Counters of one server; `live` is asked whenever somebody reads them. */
export function createMetrics(live: LiveCounts): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({register: registry});
  const http = new Histogram({
    ...{name: 'aiw_http_request_duration_seconds', help: 'Time to answer a request.'},
    ...{labelNames: ['method', 'route', 'status'] as const, buckets: HTTP_SECONDS, registers},
  });
  const rejections = new Counter({
    ...{name: 'aiw_rejections_total', help: 'Requests refused, by endpoint, status and code.'},
    ...{labelNames: ['route', 'status', 'code'] as const, registers},
  });
  const started = new Counter({
    ...{name: 'aiw_calls_started_total', help: 'Calls begun, by mode.'},
    ...{labelNames: ['mode'] as const, registers},
  });
  const takenOver = new Counter({
    ...{name: 'aiw_calls_taken_over_total', help: 'Calls that went on from another process.'},
    registers,
  });
  const ended = new Histogram({
    ...{name: 'aiw_call_duration_seconds', help: 'Length of calls, by why they ended.'},
    ...{labelNames: ['reason'] as const, buckets: CALL_SECONDS, registers},
  });
  const stages = new Histogram({
    ...{name: 'aiw_turn_stage_seconds', help: 'Stages of a spoken turn, from the last word said.'},
    ...{labelNames: ['stage'] as const, buckets: STAGE_SECONDS, registers},
  });
  const webhooks = new Counter({
    ...{name: 'aiw_webhook_attempts_total', help: "Tries to tell operators' own systems."},
    ...{labelNames: ['outcome'] as const, registers},
  });
  new Gauge({
    ...{name: 'aiw_calls_live', help: 'Calls under way, by mode.'},
    ...{labelNames: ['mode'] as const, registers},
    collect() {
      for (const [mode, count] of Object.entries(live.calls())) this.set({mode}, count);
    },
  });
  new Gauge({
    ...{name: 'aiw_calls_max', help: 'Voice calls that this process takes at once.', registers},
    collect() {
      this.set(live.maxCalls);
    },
  });
  return {
    request({method, route, status, code = '', ms}) {
      http.observe({method, route, status}, ms / 1000);
      if (status >= 400) rejections.inc({route, status, code});
    },
    streamRefused: code => rejections.inc({route: 'stream', status: code, code: ''}),
    callTakenOver: () => takenOver.inc(),
    callStarted: mode => started.inc({mode}),
    callEnded: (reason, seconds) => ended.observe({reason}, seconds),
    turn(timings) {
      for (const [stage, seconds] of Object.entries(stagesOf(timings))) {
        stages.observe({stage}, seconds);
      }
    },
    webhook: isDelivered => webhooks.inc({outcome: isDelivered ? 'delivered' : 'failed'}),
    text: () => registry.metrics(),
  };
}

/** Serves `/metrics` on an address of its own: behind a proxy, the server's own is public. */
export async function serveMetrics(
  metrics: Pick<Metrics, 'text'>,
  {port, host}: {port: number; host: string},
): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url?.split('?')[0] !== '/metrics' || request.method !== 'GET') {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      text => response.writeHead(200, {'Content-Type': Registry.PROMETHEUS_CONTENT_TYPE}).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}

/** Seconds from the visitor's last moment of speech to each stage; words prepared before it count as 0. */
function stagesOf(timings: TurnTimings): Record<string, number> {
  const {speechEndedAt, transcribedAt, committedAt, firstTokenAt, firstAudioAt} = timings;
  const since = (at: number) => Math.max(0, at - speechEndedAt) / 1000;
  return {
    transcribed: since(transcribedAt),
    turn_over: since(committedAt),
    ...(firstTokenAt !== null && {first_token: since(firstTokenAt)}),
    first_audio: since(firstAudioAt),
  };
}
