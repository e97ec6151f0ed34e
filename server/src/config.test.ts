import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ConfigError, loadConfig, unknownVariables} from './config.js';

test('everything has a default that works', () => {
  const config = loadConfig({AIW_PUBLIC_URL: '', AIW_VOICE: ''});
  assert.deepEqual([config.port, config.host, config.voice], [8787, '127.0.0.1', 'auto']);
  assert.deepEqual(config.rateLimits?.sessions, {count: 30, windowMs: 3_600_000});
  assert.equal(config.requireOrigin, true);
});

test('reads what it is given', () => {
  const config = loadConfig({
    AIW_RATE_LIMITS: 'sessions=5/10s',
    AIW_TRUST_PROXY: 'loopback, 10.0.0.0/8',
    AIW_PUBLIC_URL: 'https://voice.acme.com/',
    AIW_MASTER_KEY: 'ab'.repeat(32),
    AIW_LLM_BASE_URL: 'http://127.0.0.1:11434/v1',
    AIW_REQUIRE_ORIGIN: 'false',
  });
  assert.deepEqual(config.rateLimits?.sessions, {count: 5, windowMs: 10_000});
  assert.deepEqual(config.rateLimits?.resolve, {count: 60, windowMs: 60_000});
  assert.equal(config.trustProxy, 'loopback,10.0.0.0/8');
  assert.equal(config.publicUrl, 'https://voice.acme.com');
  assert.equal(config.masterKey?.length, 32);
  assert.equal(config.requireOrigin, false);
  assert.equal(loadConfig({AIW_RATE_LIMITS: 'off'}).rateLimits, null);
  assert.equal(loadConfig({AIW_TRUST_PROXY: '1'}).trustProxy, 1);
});

test('counts only where a port is named, and on one of its own', () => {
  assert.equal(loadConfig({}).metrics, null);
  const {metrics} = loadConfig({AIW_METRICS_PORT: '9464'});
  assert.deepEqual(metrics, {port: 9464, host: '127.0.0.1'});
  for (const env of [
    {AIW_METRICS_HOST: '0.0.0.0'},
    {AIW_METRICS_PORT: '8787'},
    {PORT: '9000', AIW_METRICS_PORT: '9000'},
  ]) {
    assert.throws(() => loadConfig(env), /AIW_METRICS_PORT is/);
  }
});

test('names every wrong variable and its fix in one message, and no value', () => {
  const env = {
    PORT: 'http',
    AIW_DATABASE_URL: 'mysql://jane:hunter2@db/aiw',
    AIW_REDIS_URL: 'http://:hunter2@cache',
    AIW_PUBLIC_URL: 'voice.acme.com',
    AIW_TRUST_PROXY: 'true',
    AIW_RATE_LIMITS: 'resolve=many',
    AIW_REQUIRE_ORIGIN: 'maybe',
    AIW_MASTER_KEY: 'short',
    AIW_MAX_CALLS: '-1',
    AIW_VOICE: 'loud',
    AIW_STT: 'deepgram',
    LIVEKIT_URL: 'wss://livekit.acme.com',
  };
  assert.throws(
    () => loadConfig(env),
    (error: Error) =>
      error instanceof ConfigError &&
      Object.keys(env).every(name => error.message.includes(`- ${name} `)) &&
      !error.message.includes('hunter2'),
  );
  assert.throws(() => loadConfig({AIW_LLM_MODEL: 'small'}), /AIW_LLM_BASE_URL is missing/);
  assert.throws(() => loadConfig({AIW_MASTER_KEY_PREVIOUS: 'ab'.repeat(32)}), /AIW_MASTER_KEY is/);
});

test('a misspelt variable is noticed', () => {
  const env = {AIW_TRUST_PROXI: '1', AIW_VOICE: 'off', AIW_WIDGET_SECRET: 'x', HOME: '/root'};
  assert.deepEqual(unknownVariables(env), ['AIW_TRUST_PROXI']);
});
