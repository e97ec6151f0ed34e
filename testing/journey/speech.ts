import {mkdtemp, readFile, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const FOLDER = fileURLToPath(new URL('../../server/testing/speech/', import.meta.url));
const RATE = 16_000;
const HEADER_BYTES = 44;

/** An utterance of the fixtures and when it begins, in seconds after the microphone opens. */
export interface Line {
  at: number;
  say: string;
}

/** PCM s16le mono at 16 kHz of a fixture. */
export async function utterance(name: string): Promise<Buffer> {
  const wav = await readFile(join(FOLDER, `${name}.wav`));
  if (wav.readUInt32LE(24) !== RATE || wav.readUInt16LE(22) !== 1) {
    throw new Error(`${name}.wav is not 16 kHz mono.`);
  }
  return wav.subarray(wav.indexOf('data') + 8);
}

/** Length of a fixture in seconds. */
export async function lengthOf(name: string): Promise<number> {
  return (await utterance(name)).length / 2 / RATE;
}

/** Writes a WAV for Chromium's fake microphone: the lines, silence between, and a minute after. */
export async function writeScript(lines: readonly Line[]): Promise<string> {
  const end = Math.max(0, ...lines.map(({at}) => at)) + 60;
  const pcm = Buffer.alloc(end * RATE * 2);
  for (const {at, say} of lines) (await utterance(say)).copy(pcm, Math.round(at * RATE) * 2);
  const file = join(await mkdtemp(join(tmpdir(), 'aiw-speech-')), 'microphone.wav');
  await writeFile(file, Buffer.concat([wavHeader(pcm.length), pcm]));
  return file;
}

function wavHeader(bytes: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('RIFF', 0);
  header.writeUInt32LE(HEADER_BYTES - 8 + bytes, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(bytes, 40);
  return header;
}
