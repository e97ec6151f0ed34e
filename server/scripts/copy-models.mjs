/**
 * Puts the weights of the ears, with their licence, into `server/models/`, so
 * that the published server package needs neither the package they come in nor
 * a network. The decoder is rewritten on the way: see `onnx-fuse.mjs`.
 */
import {mkdir, readFile, rename, stat, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {fuseDequantizedProducts} from './onnx-fuse.mjs';

const PACKAGE = '@moonshine-ai/moonshine-js';
const require = createRequire(import.meta.url);
const target = fileURLToPath(new URL('../models/moonshine-tiny/', import.meta.url));

const source = await packageDirectory(PACKAGE);
await mkdir(target, {recursive: true});
await convert('LICENSE', 'LICENSE', bytes => bytes);
await convert('dist/model/tiny/quantized/encoder_model.onnx', 'encoder.onnx', bytes => bytes);
await convert('dist/model/tiny/quantized/decoder_model_merged.onnx', 'decoder.onnx', bytes => {
  const {model, fused} = fuseDequantizedProducts(bytes);
  if (fused === 0) throw new Error(`${PACKAGE} has a decoder of another shape than expected.`);
  return model;
});

/** Directory of a package whose `exports` may hide its package.json. */
async function packageDirectory(name) {
  for (const directory of require.resolve.paths(name) ?? []) {
    const candidate = path.join(directory, name);
    if (await exists(path.join(candidate, 'package.json'))) return candidate;
  }
  throw new Error(`${name} is not installed: run npm ci in the project's root first.`);
}

/** Writes beside and renames: a server may be starting on the old file. */
async function convert(from, to, change) {
  const file = path.join(target, to);
  if (await isNewer(file, path.join(source, from))) return;
  await writeFile(`${file}.part`, change(await readFile(path.join(source, from))));
  await rename(`${file}.part`, file);
}

async function isNewer(file, than) {
  if (!(await exists(file))) return false;
  const script = fileURLToPath(new URL('onnx-fuse.mjs', import.meta.url));
  const [made, ...inputs] = await Promise.all([file, than, script].map(name => stat(name)));
  return inputs.every(input => made.mtimeMs > input.mtimeMs);
}

async function exists(file) {
  return stat(file).then(
    () => true,
    () => false,
  );
}
