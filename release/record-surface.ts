/**
 * `npm run surface`: records the public surface as it is now.
 *
 * Where it has changed, the changelog has to have changed since it was last recorded.
 */
import {changelogDigest, differences, readRecorded, record} from './recorded.js';
import {publicSurface} from './surface.js';

const before = readRecorded();
const lines = publicSurface();
const changelog = changelogDigest();
const changes = differences(before?.lines ?? [], lines);
if (changes.length === 0) {
  console.log('The public surface is as recorded.');
} else if (before?.changelog === changelog) {
  console.error(
    `The public surface has changed and CHANGELOG.md has not. Say there what embedders will notice.\n${changes.join('\n')}`,
  );
  process.exitCode = 1;
} else {
  record({changelog, lines});
  console.log(changes.join('\n'));
}
