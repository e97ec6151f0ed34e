import assert from 'node:assert/strict';
import {test} from 'node:test';
import {file, redirect, testSite} from '../../testing/test-site.js';
import {createFetchText} from './fetch-text.js';

const anywhere = () => true;

test('reads a page of a site that may be read, in its own character set', async t => {
  const {url} = await testSite(t, {
    '/': '<title>Home</title>',
    '/latin': response =>
      void response
        .writeHead(200, {'content-type': 'text/html'})
        .end(Buffer.from('<meta charset="iso-8859-1">Tür', 'latin1')),
    '/moved': redirect('/'),
  });
  const fetchText = createFetchText(true);
  const fetched = await fetchText(`${url}/`, anywhere);
  assert.ok('headers' in fetched && fetched.headers);
  const {headers, ...page} = fetched;
  assert.match(String(headers['content-type']), /^text\/html/);
  assert.deepEqual(page, {
    url: `${url}/`,
    type: 'html',
    text: '<title>Home</title>',
  });
  const latin = await fetchText(`${url}/latin`, anywhere);
  assert.match('text' in latin ? latin.text : '', /Tür$/);
  const moved = await fetchText(`${url}/moved`, anywhere);
  assert.equal('url' in moved && moved.url, `${url}/`);
});

test('no name and no redirect leads it to a private address', async t => {
  const {url, port, asked} = await testSite(t, {'/': 'Secret'});
  const fetchText = createFetchText(false);
  for (const address of [
    url,
    `http://127.0.0.1:${port}/`,
    `http://[::1]:${port}/`,
    `http://[::ffff:127.0.0.1]:${port}/`,
    `http://2130706433:${port}/`,
    `http://0.0.0.0:${port}/`,
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
  ]) {
    assert.deepEqual(await fetchText(address, anywhere), {fault: 'private-address'}, address);
  }
  assert.deepEqual(asked, []);
});

test('asks before it follows a redirect, and follows five at most', async t => {
  const {url, asked} = await testSite(t, {
    '/out': redirect('http://169.254.169.254/'),
    '/loop': redirect('/loop'),
    '/broken': redirect('http://['),
  });
  const fetchText = createFetchText(true);
  const own = (address: URL) => address.hostname === 'localhost';
  assert.deepEqual(await fetchText(`${url}/out`, own), {fault: 'other-site'});
  assert.deepEqual(await fetchText(`${url}/loop`, own), {fault: 'too-many-redirects'});
  assert.deepEqual(await fetchText(`${url}/broken`, own), {fault: 'failed'});
  assert.equal(asked.filter(path => path === '/loop').length, 6);
});

test('takes pages only, of a size, in time', async t => {
  const {url} = await testSite(t, {
    '/image': file('image/svg+xml', '<svg/>'),
    '/large': file('text/html', 'x'.repeat(2000)),
    '/slow': () => {},
    '/cut': response => {
      response.writeHead(200, {'content-type': 'text/html', 'content-length': '100'});
      response.write('half');
      setImmediate(() => response.destroy());
    },
  });
  const fetchText = createFetchText(true, {timeoutMs: 300, maxBytes: 1000});
  const faults = [];
  for (const path of ['image', 'large', 'slow', 'cut', 'missing']) {
    faults.push(await fetchText(`${url}/${path}`, anywhere));
  }
  assert.deepEqual(
    faults.map(answer => 'fault' in answer && answer.fault),
    ['no-page', 'too-large', 'timeout', 'failed', 'status-404'],
  );
});
