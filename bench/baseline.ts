/** What the server is measured against: Express and SQLite, and nothing in between. */
import {mkdtempSync} from 'node:fs';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import SQLite from 'better-sqlite3';
import express from 'express';

/** The bytes that the server answers to a resolve. */
const answer = Buffer.from(process.argv[2] ?? '{}');

const database = new SQLite(join(mkdtempSync(join(tmpdir(), 'aiw-baseline-')), 'data.sqlite'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, body TEXT NOT NULL)');
const insert = database.prepare('INSERT INTO rows (body) VALUES (?)');

const app = express();
app.use(express.json());
app.post('/api/widget/resolve', (_request, response) => {
  response.type('json').send(answer);
});
for (const path of ['/api/sessions', '/api/sessions/:id/captures']) {
  app.post(path, (request, response) => {
    insert.run(JSON.stringify(request.body));
    response.status(201).json({sessionId: 'session', sessionToken: 'token'});
  });
}
const server = app.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
