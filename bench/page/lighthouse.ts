/** Lighthouse's performance score of pages, alternating. */
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {CHROMIUM_ARGS, chromiumPath} from '../../testing/browser/chromium.mjs';
import {median} from '../statistics.js';
import {PEERS} from './hosts.js';

interface Chrome {
  port: number;
  kill(): void;
}
interface Launcher {
  launch(options: object): Promise<Chrome>;
}
interface Result {
  lhr: {categories: {performance?: {score: number | null}}};
}
type Lighthouse = (url: string, flags: object) => Promise<Result | undefined>;

/** Median scores, 0 to 100, by page. */
export async function lighthouseScores(
  urls: Readonly<Record<string, string>>,
  rounds: number,
): Promise<Record<string, number>> {
  const installed = (path: string) => pathToFileURL(join(PEERS, 'node_modules', path)).href;
  const {default: lighthouse} = (await import(installed('lighthouse/core/index.js'))) as {
    default: Lighthouse;
  };
  const {launch} = (await import(installed('chrome-launcher/dist/index.js'))) as Launcher;
  const scores: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, url] of Object.entries(urls)) {
      const chrome = await launch({
        chromePath: chromiumPath(),
        chromeFlags: [...CHROMIUM_ARGS, '--headless=new', '--disable-gpu'],
        logLevel: 'silent',
      });
      const flags = {port: chrome.port, onlyCategories: ['performance'], logLevel: 'silent'};
      const result = await lighthouse(url, flags);
      chrome.kill();
      const score = result?.lhr.categories.performance?.score;
      if (score == null) throw new Error(`Lighthouse gave no score for ${name}.`);
      (scores[name] ??= []).push(Math.round(score * 100));
    }
  }
  return Object.fromEntries(Object.entries(scores).map(([name, all]) => [name, median(all)]));
}
