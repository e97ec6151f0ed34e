import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {facts, NOW_MS, visitorToken} from '../../testing/fixtures/diagnose-facts.js';
import {diagnose} from './diagnose.js';
import type {Facts} from './ports.js';
import type {DiagnosticId, DiagnosticStatus} from './report.js';

const NOW_S = NOW_MS / 1000;
const CLAIMS = {sub: 'u1', exp: NOW_S + 240};

/** What is not right, by its check's name. */
const faults = (given: Facts) =>
  Object.fromEntries(
    diagnose(given)
      .filter(({status}) => status === 'warn' || status === 'fail')
      .map(({id, status}) => [id, status]),
  );
const refusal = (status: number, code?: string) => ({resolve: {ok: false, status, code}});
const NO_ANSWER = {...refusal(0), stream: false, health: {status: 0, dateMs: null}};
const BLOCKED = {directive: 'connect-src', blocked: 'wss://voice.acme.com'};

/** What is wrong, the only faults reported, and what the fix to paste has in it. */
type Case = readonly [
  what: string,
  given: Facts,
  expected: Partial<Record<DiagnosticId, DiagnosticStatus>>,
  fix: RegExp,
];
const CASES: readonly Case[] = [
  [
    'plain HTTP',
    facts({isSecure: false, url: 'http://www.acme.com/', policyAllowsMicrophone: null}),
    {'secure-context': 'fail'},
    /https:\/\/www\.acme\.com\//,
  ],
  [
    'a sandbox without an origin',
    facts({origin: 'null', isFramed: true, policyAllowsMicrophone: false}),
    {iframe: 'fail'},
    /allow-same-origin/,
  ],
  [
    'an iframe without allow',
    facts({isFramed: true, policyAllowsMicrophone: false}),
    {iframe: 'fail'},
    /allow="microphone".*microphone=\(self "https:\/\/www\.acme\.com"\)/,
  ],
  [
    'a header that forbids the microphone',
    facts({policyAllowsMicrophone: false, microphonePermission: 'denied'}),
    {'permissions-policy': 'fail'},
    /^Permissions-Policy: microphone=\(self\)$/,
  ],
  [
    'a policy without the stream',
    facts({}, {violations: [BLOCKED], stream: false}),
    {csp: 'fail'},
    /^Content-Security-Policy: connect-src https:\/\/voice\.acme\.com wss:\/\/voice\.acme\.com$/,
  ],
  ['a policy by nonce alone', facts({}, {worklet: false}), {csp: 'warn'}, /'strict-dynamic'/],
  ['two copies of Lit', facts({lit: {litHtmlVersions: ['3.3.3', '2.8.0']}}), {lit: 'warn'}, /npm/],
  ['blocked storage', facts({blockedStorage: ['localStorage']}), {storage: 'warn'}, /site data/],
  [
    'a server that is not there',
    facts({}, NO_ANSWER),
    {backend: 'fail'},
    /curl -i https:\/\/voice\.acme\.com\/healthz/,
  ],
  ['a proxy that drops the headers', facts({}, refusal(0)), {backend: 'fail'}, /Access-Control-\*/],
  [
    'a server without TLS under a page with it',
    facts({}, NO_ANSWER, {backendUrl: 'http://voice.acme.com'}),
    {backend: 'fail'},
    /data-backend-url="https:\/\/voice\.acme\.com"/,
  ],
  ['a server in trouble', facts({}, refusal(502)), {backend: 'fail'}, /log/],
  ['a limit that is reached', facts({}, refusal(429)), {backend: 'warn'}, /AIW_TRUST_PROXY/],
  ['a proxy without WebSocket', facts({}, {stream: false}), {backend: 'fail'}, /Upgrade/],
  ['no token', facts({}, refusal(401), {token: ''}), {token: 'fail'}, /data-widget-token/],
  ['an unknown token', facts({}, refusal(401)), {token: 'fail'}, /widget list/],
  [
    'another domain',
    facts({}, refusal(403, 'ORIGIN_NOT_ALLOWED')),
    {origin: 'fail'},
    /widget create --domain www\.acme\.com/,
  ],
  ['a widget that is not live', facts({}, refusal(409)), {live: 'fail'}, /widget publish/],
  [
    'a clock that is wrong',
    facts({}, {health: {status: 200, dateMs: NOW_MS - 300_000}}),
    {clock: 'warn'},
    /clock/,
  ],
  [
    'a server in the local network',
    facts({localNetworkPermission: 'denied'}, {}, {backendUrl: 'http://192.168.1.5:8787'}),
    {'local-network': 'fail'},
    /site settings/,
  ],
  ['a blocked microphone', facts({microphonePermission: 'denied'}), {microphone: 'fail'}, /icon/],
  ['no microphone', facts({microphones: 0}), {microphone: 'warn'}, /Connect one/],
  ['no audio', facts({hasAudio: false}), {autoplay: 'fail'}, /in writing/],
  [
    'identity that is off',
    facts(
      {},
      {resolve: {ok: true, status: 200, identityEnabled: false}},
      {visitorToken: visitorToken(CLAIMS)},
    ),
    {'visitor-token': 'warn'},
    /Visitor identity/,
  ],
  ...(
    [
      ['that is none', 'not-a-token'],
      ['of another algorithm', visitorToken(CLAIMS, 'RS256')],
      ['without sub', visitorToken({exp: CLAIMS.exp})],
      ['without exp', visitorToken({sub: 'u1'})],
      ['that has expired', visitorToken({sub: 'u1', exp: NOW_S - 1})],
      ['from the future', visitorToken({...CLAIMS, iat: NOW_S + 120})],
    ] as const
  ).map(
    ([what, token]): Case =>
      [
        `a visitor token ${what}`,
        facts({}, {}, {visitorToken: token}),
        {'visitor-token': 'fail' as const},
        /jwt\.sign\(.*HS256.*expiresIn: '5m'/,
      ] as const,
  ),
  [
    'claims by other names',
    facts({}, {}, {visitorToken: visitorToken({...CLAIMS, emailAddress: 'jane@acme.com'})}),
    {'visitor-token': 'warn'},
    /email, phone, name/,
  ],
];

describe('a diagnosis', () => {
  it('finds nothing on a healthy page', () => {
    const report = diagnose(
      facts({}, {}, {visitorToken: visitorToken({...CLAIMS, email: 'a@b.c'})}),
    );
    assert.deepEqual(
      report.filter(({status}) => status !== 'ok'),
      [],
    );
    assert.ok(report.every(({found, fix}) => found && !fix));
  });

  for (const [what, given, expected, fix] of CASES) {
    it(`of ${what} names it alone, with its fix`, () => {
      assert.deepEqual(faults(given), expected);
      const [id] = Object.keys(expected);
      assert.match(diagnose(given).find(check => check.id === id)?.fix ?? '', fix);
    });
  }

  it('tells no token and no value of a claim', () => {
    const jwt = visitorToken({...CLAIMS, email: 'jane@acme.com', phoneNumber: '+15550100'});
    const given = facts({}, {}, {visitorToken: jwt});
    const told = JSON.stringify(diagnose(given));
    for (const secret of [jwt, given.token, 'jane@acme.com', '+15550100', 'u1"']) {
      assert.ok(!told.includes(secret), secret);
    }
    assert.match(told, /phoneNumber/);
  });

  it('leaves open what the fault before it hides', () => {
    const open = (given: Facts) =>
      diagnose(given)
        .filter(({status}) => status === 'unknown')
        .map(({id}) => id);
    assert.deepEqual(open(facts({}, NO_ANSWER)), ['token', 'origin', 'live', 'clock']);
    assert.deepEqual(open(facts({}, refusal(401))), ['origin', 'live']);
    assert.deepEqual(open(facts({policyAllowsMicrophone: false})), ['microphone']);
  });
});
