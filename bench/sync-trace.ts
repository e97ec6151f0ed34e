import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const CAPTURES = 50;
const CALLS = 'read,recvfrom,write,writev,sendto,sendmsg,fsync,fdatasync';
/** What a database's log is called: SQLite's, Postgres's. */
const LOG = /-wal>|\/pg_wal\//;

/**
 * Confirms captures one after the other under `strace`, and counts those whose commit was synced
 * between the request and its 2xx.
 *
 * @param pids - Of the server, then of the database where it is a process of its own.
 */
export async function traceSyncs(
  [server = 0, ...databases]: number[],
  confirm: () => Promise<unknown>,
): Promise<object> {
  if (spawnSync('strace', ['-V']).status !== 0) {
    return {traced: 'not traced: this machine has no strace (apt-get install strace)'};
  }
  const folder = mkdtempSync(join(tmpdir(), 'aiw-trace-'));
  const file = join(folder, 'trace');
  const pids = [server, ...databases.flatMap(pid => [pid, ...childrenOf(pid)])];
  const strace = spawn(
    'strace',
    [
      ...['-f', '-y', '-ttt', '-s', '80', '-e', `trace=${CALLS}`, '-o', file],
      ...pids.flatMap(pid => ['-p', String(pid)]),
    ],
    {stdio: ['ignore', 'ignore', 'pipe']},
  );
  await once(strace.stderr, 'data');
  try {
    for (let sent = 0; sent < CAPTURES; sent++) await confirm();
  } finally {
    strace.kill('SIGINT');
    await once(strace, 'exit');
  }
  const synced = countSynced(readFileSync(file, 'utf8'));
  rmSync(folder, {recursive: true, force: true});
  return synced;
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter(Boolean)
    .map(Number);
}

/** Of a trace in the order of time: captures, and those synced before they were acknowledged. */
function countSynced(trace: string): {traced: number; syncedBefore2xx: number} {
  /** Threads in the middle of a sync of the log: its end is a line of its own. */
  const syncing = new Set<string>();
  let isSynced = false;
  let isAsked = false;
  const counts = {traced: 0, syncedBefore2xx: 0};
  for (const line of trace.split('\n')) {
    const [pid = ''] = line.split(' ');
    if (/"POST \/api\/sessions\/[\w-]+\/captu/.test(line)) {
      isAsked = true;
      isSynced = false;
      // One that began before the request does not count for it.
      syncing.clear();
    } else if (/\bf(?:data)?sync\(/.test(line) && LOG.test(line)) {
      if (/= 0$/.test(line)) isSynced = true;
      else if (line.endsWith('<unfinished ...>')) syncing.add(pid);
    } else if (/<\.\.\. f(?:data)?sync resumed>/.test(line)) {
      if (syncing.delete(pid) && /= 0$/.test(line)) isSynced = true;
    } else if (isAsked && /"HTTP\/1\.1 20[01] /.test(line)) {
      isAsked = false;
      counts.traced++;
      if (isSynced) counts.syncedBefore2xx++;
    }
  }
  return counts;
}
