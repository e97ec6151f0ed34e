/** The snippets of the documents for sites whose HTML others write, as they stand there. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {HostSite, page} from '../../testing/journey/host.js';
import {ExampleVisit} from './example-visit.js';
import {Stage} from './stage.js';

/** What of WordPress the snippet uses; prints the tag of a handle as its versions write it. */
const WORDPRESS = `
  function add_action($name, $action) { $GLOBALS['action'] = $action; }
  function add_filter($name, $filter, $priority, $count) { $GLOBALS['filter'] = $filter; }
  function esc_attr($text) { return htmlspecialchars($text, ENT_QUOTES); }
  function wp_enqueue_script($handle, $src, $needs, $version, $options) {
    $id = $handle . '-js';
    $tags = [
      "<script src=\\"$src\\" id=\\"$id\\" {$options['strategy']} data-wp-strategy=\\"defer\\"></script>",
      "<script type='text/javascript' src='$src' id='$id' {$options['strategy']}></script>",
      "<script src='/jquery.js'></script>",
    ];
    $handles = [$handle, $handle, 'jquery'];
    $lines = array_map($GLOBALS['filter'], $tags, $handles);
    echo implode("\\n", $lines);
  }`;

let stage: Stage;
let site: HostSite;

/** A document's first block in a language, with this stage's server and token. */
function snippet(name: string, language: string): string {
  const text = readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8');
  const [, code = ''] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(text) ?? [];
  const {AIW_TOKEN, AIW_BACKEND_URL} = stage.settings('documents');
  const filled = code.replace('https://voice.acme.com', AIW_BACKEND_URL);
  return filled.replace('wt_00000000000000000000000000000000', AIW_TOKEN);
}

/** The tags of the three handles, as PHP prints them. */
function wordpressTags(): string[] {
  const code = `${WORDPRESS}\n${snippet('install-wordpress', 'php')}\n$GLOBALS['action']();`;
  const {status, stdout, stderr} = spawnSync('php', ['-r', code], {encoding: 'utf8'});
  assert.equal(status, 0, `PHP (\`apt-get install php-cli\`): ${stderr}`);
  return stdout.split('\n');
}

/** Opens a page with something in it, and has a question answered. */
async function talks(body: string): Promise<void> {
  site = await HostSite.start({'/': page(body)});
  const visit = await ExampleVisit.arrive(site.url('/'));
  await visit.visitor.tapOrb();
  await visit.isAnswered();
  await visit.leave();
  await site.close();
}

describe('the snippet for', {timeout: 120_000}, () => {
  before(async () => {
    stage = await Stage.start();
  });
  after(() => stage.close());

  it('WordPress gives the token to the widget’s tag, as it is written by every version', async () => {
    const [now = '', before = '', other] = wordpressTags();
    const token = `data-widget-token="${stage.settings('documents').AIW_TOKEN}"`;
    for (const tag of [now, before]) assert.ok(tag.includes(token), tag);
    assert.equal(other, "<script src='/jquery.js'></script>");
    await talks(now);
    await talks(before);
  });

  it('a tag manager puts the widget on a page that has loaded', async () => {
    const inserted = JSON.stringify(snippet('install-tag-manager', 'html')).replaceAll(
      '</',
      '<\\/',
    );
    await talks(`<script>
      addEventListener('load', () => {
        const range = document.createRange();
        document.body.append(range.createContextualFragment(${inserted}));
      });
    </script>`);
  });
});
