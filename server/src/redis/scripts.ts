/** A Lua script: Redis runs it as one step. */
export type Script = string;

/*
 * KEYS  1 the call: a hash of its process and the key of its address
 *       2 the calls of its widget, by when their lease ends
 *       3 those of its address too; empty where the address is not known
 * ARGV  1 the session, 2 this process, 3 the lease in milliseconds
 *
 * By the clock of Redis, so that those of the processes do not matter.
 */

const NOW = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
`;

/** Prolongs what `call` holds; with it, the key of its address that another process has known. */
const HOLD = `
local address = redis.call('HGET', KEYS[1], 'address') or KEYS[3]
redis.call('HSET', KEYS[1], 'process', ARGV[2], 'address', address)
redis.call('PEXPIRE', KEYS[1], ARGV[3])
for _, key in ipairs({KEYS[2], address}) do
  if key ~= '' then
    redis.call('ZADD', key, now + ARGV[3], ARGV[1])
    redis.call('PEXPIRE', key, ARGV[3])
  end
end
return 'HELD'
`;

/** ARGV 4, 5: most calls of the widget and of the address; empty: any number. */
export const ENTER: Script = `${NOW}
local full = {'WIDGET_BUSY', 'ADDRESS_BUSY'}
for i = 1, 2 do
  local key = KEYS[i + 1]
  local most = ARGV[i + 3]
  if key ~= '' and most ~= '' then
    redis.call('ZREMRANGEBYSCORE', key, '-inf', now)
    if redis.call('ZCARD', key) >= tonumber(most) then return full[i] end
  end
end
${HOLD}`;

/** The call is this process's now, whoever had it. */
export const MOVE: Script = `${NOW}${HOLD}`;

/** Unless another process has it by now. */
export const RENEW: Script = `${NOW}
local holder = redis.call('HGET', KEYS[1], 'process')
if holder and holder ~= ARGV[2] then return 'ELSEWHERE' end
${HOLD}`;

/** Unless another process has it by now. */
export const LEAVE: Script = `
if redis.call('HGET', KEYS[1], 'process') ~= ARGV[2] then return 'ELSEWHERE' end
local address = redis.call('HGET', KEYS[1], 'address')
redis.call('DEL', KEYS[1])
for _, key in ipairs({KEYS[2], address}) do
  if key and key ~= '' then redis.call('ZREM', key, ARGV[1]) end
end
return 'LEFT'
`;
