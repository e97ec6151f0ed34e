/** Redis cannot be used. The message says what to do, and holds no address or password. */
export class RedisError extends Error {
  override name = 'RedisError';
}
