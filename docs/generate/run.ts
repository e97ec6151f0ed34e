/** `npm run docs:generate`: writes what is made of the code into the documents. */
import {writeFileSync} from 'node:fs';
import {filled, generated, markedPages} from './generated.js';

const all = await generated();
for (const {file, text} of markedPages()) {
  const next = await filled(text, all);
  if (next !== text) {
    writeFileSync(file, next);
    console.log(`written: ${file}`);
  }
}
