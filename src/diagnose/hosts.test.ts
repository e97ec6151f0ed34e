import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isPrivateHost} from './hosts.js';

describe('a host', () => {
  for (const host of [
    ...['localhost', 'demo.localhost', 'printer.local', '127.0.0.1', '10.0.0.7', '192.168.1.5'],
    ...['172.16.0.1', '172.31.255.1', '169.254.1.1', '[::1]', '[fd00::1]', '[fe80::1]'],
  ]) {
    it(`${host} is of a local network`, () => assert.equal(isPrivateHost(host), true));
  }
  for (const host of [
    ...['acme.com', 'localhost.acme.com', '10.acme.com.', '8.8.8.8', '172.32.0.1', '11.0.0.1'],
    ...['local', '[2001:db8::1]', 'fdic.gov'],
  ]) {
    it(`${host} is public`, () => assert.equal(isPrivateHost(host), false));
  }
});
