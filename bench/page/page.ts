/**
 * What the tag costs a page beside an empty page and beside the published embeds of peers, all
 * alternating in one run at 4× CPU throttling; the time from a cold click to the panel; and
 * Lighthouse's score of the page with and without the tag.
 */
import {ServerProcess} from '../../testing/journey/server.js';
import {summary, type Summary} from '../statistics.js';
import {launch, measure, medians, THROTTLE, type PageCost} from './cost.js';
import {installPeers, PEER_EMBEDS, servePages, versionOf} from './hosts.js';
import {lighthouseScores} from './lighthouse.js';
import {clickToPanel, type Opening} from './opening.js';

const ROUNDS = 15;
const LIGHTHOUSE_ROUNDS = 5;

/** Medians of one page, with its script time over the empty page's of the same round. */
interface Cost extends PageCost {
  overEmptyMs: Summary;
  /** Most tasks of more than 50 ms in any round. */
  mostLongTasks: number;
}

/** Result of {@link benchPage}; times in milliseconds. */
export interface PageReport {
  rounds: number;
  throttle: number;
  peers: Record<string, string>;
  pages: Record<string, Cost>;
  /** The tag's share of the lightest peer's: bytes over the empty page's, and script time. */
  share: {bytes: number; script: number};
  /** From the click to the frame with the panel's card and orb. */
  clickToCardMs: Summary;
  /** From the click to the frame with the panel's contents: name, words, composer. */
  clickToContentsMs: Summary;
  /** Performance score by page, median of five. */
  lighthouse: Record<string, number>;
}

/** Runs the bench against the built server and widget. */
export async function benchPage(): Promise<PageReport> {
  installPeers();
  const server = await ServerProcess.start({AIW_VOICE: 'off'});
  const hosts = await servePages(server);
  const browser = await launch();
  const peers = Object.keys(PEER_EMBEDS);
  const names = ['empty', 'tag', ...peers];
  try {
    for (const name of names) await measure(browser, `${hosts.url}/${name}`);
    const rounds: Record<string, PageCost>[] = [];
    const clicks: Opening[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const costs: Record<string, PageCost> = {};
      for (const name of names) costs[name] = await measure(browser, `${hosts.url}/${name}`);
      rounds.push(costs);
      clicks.push(await clickToPanel(browser, `${hosts.url}/tag`));
    }
    const pages = Object.fromEntries(names.map(name => [name, costOf(name, rounds)]));
    const scored = {empty: `${hosts.url}/empty`, tag: `${hosts.url}/tag`};
    return {
      rounds: ROUNDS,
      throttle: THROTTLE,
      peers: Object.fromEntries(peers.map(name => [name, versionOf(name)])),
      pages,
      share: shareOf(pages, peers),
      clickToCardMs: summary(clicks.map(({cardMs}) => cardMs)),
      clickToContentsMs: summary(clicks.map(({contentsMs}) => contentsMs)),
      lighthouse: await lighthouseScores(scored, LIGHTHOUSE_ROUNDS),
    };
  } finally {
    await browser.close();
    hosts.server.close();
    await server.close();
  }
}

function costOf(name: string, rounds: readonly Record<string, PageCost>[]): Cost {
  const costs = rounds.flatMap(round => round[name] ?? []);
  const over = rounds.map(round => (round[name]?.scriptMs ?? 0) - (round['empty']?.scriptMs ?? 0));
  return {
    ...medians(costs),
    overEmptyMs: summary(over),
    mostLongTasks: Math.max(...costs.map(({longTasks}) => longTasks)),
  };
}

function shareOf(pages: Readonly<Record<string, Cost>>, peers: readonly string[]) {
  const emptyBytes = pages['empty']?.bytes ?? 0;
  const bytes = (name: string) => (pages[name]?.bytes ?? NaN) - emptyBytes;
  const script = (name: string) => pages[name]?.overEmptyMs.median ?? NaN;
  const least = (of: (name: string) => number) => Math.min(...peers.map(of));
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    bytes: round(bytes('tag') / least(bytes)),
    script: round(script('tag') / least(script)),
  };
}
