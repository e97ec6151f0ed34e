/** `npm run test:visual`; with `-- --update`, how the stories look now becomes how they should. */
process.env.STORIES_UPDATE = process.argv.includes('--update') ? '1' : '';
process.argv.splice(2, Infinity, 'stories/comparison');
await import('../../testing/node-tests.mjs');
