/** More visitors than the server has lines for. */
import {it} from 'node:test';
import {ServerProcess} from '../testing/journey/server.js';
import {Visitor} from '../testing/journey/visitor.js';

it('a visitor waits in a queue that says so, and talks as soon as a line is free', async () => {
  const server = await ServerProcess.start({AIW_MAX_CALLS: '1'});
  const first = await Visitor.arrive(server.url);
  const visitor = await Visitor.arrive(server.url);
  try {
    await first.tapOrb();
    await first.hears('ready');
    await visitor.tapOrb();
    await visitor.sees(visitor.panel.getByText('Waiting for a free line'));
    await visitor.sees(visitor.panel.getByText('All lines are taken. You are in the queue'));
    await first.panel.getByRole('button', {name: 'Hang up'}).click();
    await visitor.hears('ready');
    await visitor.hears('audioStart');
    await visitor.panel.getByText('Waiting for a free line').waitFor({state: 'detached'});
  } finally {
    await Promise.all([first.leave(), visitor.leave()]);
    await server.close();
  }
});
