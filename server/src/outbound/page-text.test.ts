import assert from 'node:assert/strict';
import {test} from 'node:test';
import {pageText, sitemapUrls} from './page-text.js';

const PAGE = `<!doctype html><html><head><title>Pricing – Acme</title>
<style>p{}</style></head><body>
<header><nav><a href="/">Home</a><a href="/contact">Contact</a></nav></header>
<div id="cookie-banner">We use cookies.</div>
<main><h1>Our   plans</h1><p>Every plan has <a href="/support">support</a>.</p>
<table><tr><th>Plan</th><th>Price</th></tr><tr><td>Starter</td><td>$19</td></tr></table>
<ul><li>No contract</li><li>Cancel any time</li></ul>
<script>alert(1)</script><form><input></form><img src="x" onerror="alert(1)"></main>
<footer>Imprint</footer></body></html>`;

test('of a page its content is knowledge: no menu, no banner, no address, no HTML', () => {
  const {title, markdown, links, isIndexed} = pageText(PAGE);
  assert.equal(title, 'Our plans');
  assert.match(markdown, /^# Our plans\n\nEvery plan has support\.\n/);
  assert.match(markdown, /\| Starter \| \$19\s*\|/);
  assert.match(markdown, /- No contract\n- Cancel any time/);
  assert.doesNotMatch(markdown, /cookies|Imprint|Home|alert|</);
  assert.deepEqual(links, ['/', '/contact', '/support']);
  assert.equal(isIndexed, true);
});

test('without a heading the title is the document’s, without the site’s name', () => {
  assert.equal(pageText('<title>Contact | Acme</title><p>Write to us.</p>').title, 'Contact');
  assert.equal(pageText('<p>Hello</p>').title, 'Page');
});

test('a page that wants no index is known as such', () => {
  assert.equal(pageText('<meta name="robots" content="noindex, follow"><p>x</p>').isIndexed, false);
});

test('a sitemap names its addresses', () => {
  const xml = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <url><loc> https://acme.com/a?x=1&amp;y=2 </loc></url><url><loc>https://acme.com/b</loc></url>
  </urlset>`;
  assert.deepEqual(sitemapUrls(xml), ['https://acme.com/a?x=1&y=2', 'https://acme.com/b']);
});
